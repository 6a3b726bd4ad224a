//! Chromium on a phone or a desktop, and Firefox on a desktop, driven through WebDriver.
//!
//! Nothing here sleeps for a fixed time: everything waits for a condition, with a deadline.

use std::mem::ManuallyDrop;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, By, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::server::Server;
use crate::service::{CHROMEDRIVER, GECKODRIVER, Service};

/// What a test may use to write HTML or the text of a script into a page: a policy that only the test server allows.
const BY_POLICY: &str = "
    const policy = () => window.ofTests ??= window.trustedTypes?.createPolicy('tests', { createHTML: text => text, createScript: text => text })
        ?? { createHTML: text => text, createScript: text => text };
    const html = text => policy().createHTML(text), code = text => policy().createScript(text);";

/// How long anything may take. Generous: a slow or busy machine is not a failure, and a passing test does not wait.
pub const DEADLINE: Duration = Duration::from_secs(120);

/// How many browsers run at the same time: two keep two cores busy.
static PLACES: Semaphore = Semaphore::const_new(2);

/// Waits until the page is idle, and then a moment longer, so that pending work is done. On a busy machine a page may
/// never be idle, so there is a time limit.
pub const IDLE: &str =
    "new Promise(done => requestIdleCallback(() => setTimeout(() => done(true), 300), { timeout: 5000 }))";

/// A host name that resolves to this machine and that browsers, unlike 127.0.0.1, do not trust.
pub const UNTRUSTED: &str = "odessa-journal.test";

/// The user agent of a browser with a window.
const PERSON: &str =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

/// The reader's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// 360 x 740, touched with a finger.
    Phone,
    /// 1280 x 900, with a mouse.
    Desktop,
}

impl Device {
    pub const BOTH: [Device; 2] = [Device::Phone, Device::Desktop];
}

/// The state of a page at one moment.
#[derive(Debug, Deserialize)]
pub struct View {
    pub path: String,
    pub title: String,
    pub description: String,
    pub canonical: Option<String>,
    pub language: String,
    /// The texts of all `h1`.
    pub headlines: Vec<String>,
    /// Whether the headline has focus.
    pub focused: bool,
    /// What the polite live region says.
    pub said: String,
    /// Whether no page has been loaded since [`Browser::mark`].
    pub marked: bool,
}

/// A browser with one window.
pub struct Browser {
    /// Never dropped: dropping it would end the session over a connection of the very runtime that waits for that.
    pub driver: ManuallyDrop<WebDriver>,
    service: Service,
    _place: SemaphorePermit<'static>,
    pub device: Device,
    scripts: bool,
}

impl Browser {
    pub async fn start(device: Device) -> Browser {
        Browser::with(device, true, true, place().await).await
    }

    pub async fn without_scripts(device: Device) -> Browser {
        Browser::with(device, false, true, place().await).await
    }

    /// A browser that hides that it is automated and headless.
    pub async fn person(device: Device) -> Browser {
        Browser::with(device, true, false, place().await).await
    }

    /// Two of these: their places are taken together, or two tests might wait for each other.
    pub async fn two_persons() -> [Browser; 2] {
        let mut places = PLACES.acquire_many(2).await.expect("a semaphore that is never closed");
        let other = places.split(1).expect("two places");
        let first = Browser::with(Device::Desktop, true, false, places).await;
        [first, Browser::with(Device::Phone, true, false, other).await]
    }

    async fn with(device: Device, scripts: bool, driven: bool, place: SemaphorePermit<'static>) -> Browser {
        let service = Service::start(&CHROMEDRIVER);
        let mut wishes = DesiredCapabilities::chrome();
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--disable-sync",
            "--no-first-run",
            "--window-size=1280,900",
            &format!("--host-resolver-rules=MAP {UNTRUSTED} 127.0.0.1"),
            &format!("--user-data-dir={}", service.profile().display()),
        ];
        for argument in arguments {
            wishes.add_arg(argument).expect("an argument");
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a log level");
        if !driven {
            wishes.add_arg("--disable-blink-features=AutomationControlled").expect("an argument");
            wishes.add_arg(&format!("--user-agent={PERSON}")).expect("an argument");
            wishes.add_experimental_option("excludeSwitches", ["enable-automation"]).expect("an option");
        }
        if !scripts {
            let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
            wishes.add_experimental_option("prefs", off).expect("preferences");
        }
        let driver = WebDriver::new(service.address(), wishes).await.expect("Chromium, of chromedriver's version");
        let browser = Browser { driver: ManuallyDrop::new(driver), service, _place: place, device, scripts };
        browser.driver.set_script_timeout(DEADLINE).await.expect("a time-out");
        browser.focus(true).await;
        match device {
            Device::Phone => {
                browser.resize(360, 740).await;
                browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
            }
            Device::Desktop => browser.resize(1280, 900).await,
        }
        browser
    }

    /// Sets whether the window has the focus of the desktop, which in headless mode depends on the browser's version.
    /// Without focus a page may not use the clipboard; with focus it counts as visible.
    pub async fn focus(&self, focus: bool) {
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": focus })).await;
    }

    /// Firefox on a desktop. It does not support the DevTools protocol: methods that read a page or wait work, and so
    /// does [`Browser::click`].
    pub async fn firefox() -> Browser {
        let place = place().await;
        let service = Service::start(&GECKODRIVER);
        let mut wishes = DesiredCapabilities::firefox();
        wishes.set_headless().expect("an argument");
        for argument in ["--width=1280", "--height=900"] {
            wishes.add_arg(argument).expect("an argument");
        }
        // Debian calls it firefox-esr; geckodriver looks only for firefox.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let esr = std::env::split_paths(&path).map(|folder| folder.join("firefox-esr")).find(|file| file.is_file());
        if let Some(esr) = esr {
            wishes.set_firefox_binary(&esr.to_string_lossy()).expect("a program");
        }
        let driver = WebDriver::new(service.address(), wishes).await.expect("Firefox: scripts/test-tools installs it");
        Browser { driver: ManuallyDrop::new(driver), service, _place: place, device: Device::Desktop, scripts: true }
    }

    /// Clicks the element through WebDriver, which works in every browser.
    pub async fn click(&self, selector: &str) {
        let element = self.driver.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.run(&format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", quoted(selector))).await;
        self.until("the page has turned", "document.getAnimations().every(move => move.playState !== 'running')").await;
        element.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Resizes the window.
    pub async fn resize(&self, width: u32, height: u32) {
        let mobile = self.device == Device::Phone;
        let metrics = json!({ "width": width, "height": height, "mobile": mobile, "deviceScaleFactor": 1 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Runs this script in every page before the page's own scripts.
    pub async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Loads the page at `path` and, if scripts are on, waits until the app has hydrated it.
    pub async fn open(&self, server: &Server, path: &str) {
        self.load(&format!("{}{path}", server.origin())).await;
        if self.scripts {
            self.taken_over().await;
        }
    }

    /// Loads the page at a full address.
    pub async fn load(&self, address: &str) {
        self.driver.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Waits until the app has hydrated the page.
    pub async fn taken_over(&self) {
        self.until("the app has hydrated", "document.documentElement.classList.contains('app')").await;
    }

    /// The value of a JavaScript expression. It may write HTML as `html(…)`, and text for a script as `code(…)`.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.try_eval(expression).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Runs a JavaScript expression for its effect.
    pub async fn run(&self, expression: &str) {
        self.eval::<Option<()>>(&format!("void ({expression})")).await;
    }

    async fn try_eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T, String> {
        let result = self.driver.execute(format!("{BY_POLICY} return ({expression});"), Vec::new()).await;
        let value = result.map_err(|error| error.to_string())?.json().clone();
        serde_json::from_value(value).map_err(|error| error.to_string())
    }

    /// Waits until a JavaScript expression is true; do not use it with promises, which always are. `what` describes the
    /// condition, as in "the page turns".
    pub async fn until(&self, what: &str, expression: &str) {
        let start = Instant::now();
        let wanted = format!("Boolean({expression})");
        // While a page is being replaced, evaluating fails.
        while self.try_eval::<bool>(&wanted).await != Ok(true) {
            if start.elapsed() > DEADLINE {
                let last: Result<Value, String> = self.try_eval(expression).await;
                let text: Result<String, String> = self.try_eval("document.body.innerText.slice(0, 600)").await;
                let page = self.driver.current_url().await.map(String::from);
                panic!("timed out waiting until {what}: {expression} is {last:?} at {page:?}, which reads {text:?}");
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Waits for a timer in the page itself. Whatever the page was due to do within that time has then begun, however
    /// busy the machine is.
    pub async fn let_pass(&self, milliseconds: u32) {
        let timer = format!("new Promise(done => setTimeout(() => done(true), {milliseconds}))");
        assert!(self.eval::<bool>(&timer).await, "the timer has run");
    }

    /// Waits until `condition`, which is about something outside the browser, is true.
    pub async fn wait(&self, what: &str, condition: impl Fn() -> bool) {
        let start = Instant::now();
        while !condition() {
            assert!(start.elapsed() < DEADLINE, "timed out waiting until {what}");
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Leaves a mark in the page, which a page load removes.
    pub async fn mark(&self) {
        self.eval::<bool>("window.markOfTheTests = true").await;
    }

    /// The current state of the page.
    pub async fn view(&self) -> View {
        self.eval(
            "{
                path: location.pathname,
                title: document.title,
                description: document.querySelector('meta[name=description]').content,
                canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
                language: document.documentElement.lang,
                headlines: [...document.querySelectorAll('h1')].map(h1 => h1.textContent),
                focused: document.activeElement === document.querySelector('h1'),
                said: document.querySelector('.paper > p[role=status].visually-hidden:last-child').textContent,
                marked: window.markOfTheTests === true,
            }",
        )
        .await
    }

    /// The `textContent` of the element.
    pub async fn text(&self, selector: &str) -> String {
        self.eval(&format!("document.querySelector({}).textContent", quoted(selector))).await
    }

    /// Waits until a page with this headline has been parsed completely.
    pub async fn shows(&self, headline: &str) {
        let wanted = quoted(headline);
        let condition =
            format!("document.readyState !== 'loading' && document.querySelector('h1')?.textContent === {wanted}");
        self.until(&format!("the page shows {wanted}"), &condition).await;
    }

    /// The console messages since the last call.
    pub async fn console(&self) -> Vec<BrowserLogEntry> {
        self.driver.browser_log().await.expect("the console")
    }

    /// Goes back in the tab's history.
    pub async fn back(&self) {
        self.driver.back().await.expect("an entry to go back to");
    }

    /// Goes forward in the tab's history.
    pub async fn forward(&self) {
        self.driver.forward().await.expect("an entry to go forward to");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let process = self.driver.capabilities().get("goog:processID");
        let process = process.or_else(|| self.driver.capabilities().get("moz:processID")).and_then(Value::as_u64);
        self.service.end(&self.driver.session_id().to_string(), process);
    }
}

async fn place() -> SemaphorePermit<'static> {
    PLACES.acquire().await.expect("a semaphore that is never closed")
}

/// A text as a JavaScript string.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
