//! The HTTP client for counter services.

use std::thread;
use std::time::Duration;

use journal::views::Answer;
use serde_json::Value;
use ureq::Agent;
use ureq::http::{Response, StatusCode};

/// The number of retries after responses that say there were too many requests.
const PATIENCE: u32 = 8;

/// How long to wait before a retry if the service does not say, and at most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);

/// An HTTP client for counter services.
#[derive(Debug)]
pub struct Answers {
    agent: Agent,
}

/// A service's response.
#[derive(Debug)]
pub struct Answered(Value);

impl Answers {
    /// A client that waits at most `time` for each response.
    pub fn within(time: Duration) -> Answers {
        let agent = Agent::config_builder()
            .timeout_global(Some(time))
            .http_status_as_error(false)
            .user_agent(concat!("press/", env!("CARGO_PKG_VERSION")))
            .build()
            .into();
        Answers { agent }
    }

    /// Requests `address`, retrying while the service says that there are too many requests, and once more if there
    /// is no response at all.
    ///
    /// # Errors
    /// Why there is no usable response, as the end of a sentence that begins with the address.
    pub fn ask(&self, address: &str) -> Result<Answered, String> {
        let mut missed = false;
        let mut patience = PATIENCE;
        loop {
            let pause = match self.agent.get(address).call() {
                Ok(response) if is_busy(response.status()) && patience > 0 => {
                    patience -= 1;
                    pause_of(&response)
                }
                // A service may answer 404, with a number, for a story that nobody has read yet.
                Ok(response) if response.status().is_success() || response.status() == StatusCode::NOT_FOUND => {
                    let status = response.status();
                    let text = response.into_body().read_to_string().map_err(|error| error.to_string())?;
                    let nonsense = |_| format!("answered {} with something other than numbers", status.as_u16());
                    return serde_json::from_str(&text).map(Answered).map_err(nonsense);
                }
                Ok(response) => return Err(format!("answered {}", response.status().as_u16())),
                Err(ureq::Error::Timeout(_)) if missed => return Err(String::from("did not answer in time")),
                Err(error) if missed => return Err(format!("did not answer: {error}")),
                Err(_) => {
                    missed = true;
                    PAUSE
                }
            };
            thread::sleep(pause);
        }
    }
}

fn is_busy(status: StatusCode) -> bool {
    matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
}

fn pause_of<T>(response: &Response<T>) -> Duration {
    let header = response.headers().get("retry-after").and_then(|value| value.to_str().ok());
    header.and_then(|seconds| seconds.parse().ok()).map_or(PAUSE, Duration::from_secs).min(LONGEST)
}

impl Answer for Answered {
    fn text_at(&self, name: &str) -> Option<String> {
        self.0.get(name)?.as_str().map(String::from)
    }

    fn texts_at(&self, name: &str) -> Vec<Option<String>> {
        let items = self.0.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        items.iter().map(|item| item.as_str().map(String::from)).collect()
    }
}
