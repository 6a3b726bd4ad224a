#!lua name=views
-- Counts one reading, if the edition has the story: its key without "views:" is in the set "stories". Otherwise
-- anybody could fill the memory with keys that are not stories. Redis keeps this function with its data.
redis.register_function("count", function(keys)
  if redis.call("SISMEMBER", "stories", keys[1]:sub(7)) == 1 then
    return redis.call("INCR", keys[1])
  end
end)
