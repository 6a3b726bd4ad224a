// The worker's glue as wasm-bindgen might write it.
async function __wbg_init(options) {
  if (options === undefined) throw new Error('there is nothing to search with, there is nothing to search with');
  return options;
}
export { initSync, __wbg_init as default };
function initSync(module) { return module; }
