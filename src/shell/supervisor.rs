//! Tells a supervisor (systemd) that keys are served, that the loop still goes round, and that the kiosk ends.
//!
//! Signs of life come from the loop alone, so a loop that hangs is found out. Where nobody asked for them nothing is
//! sent and nothing wakes the kiosk. The variables of the environment that ask stay as they are: only `unsafe` code may
//! take them away, and the kiosk starts no other program that could read them.

use sd_notify::NotifyState;
use tracing::warn;

use crate::base::Millis;

/// Whoever started the kiosk, and what they want to hear.
pub struct Supervisor {
    /// The time from one sign of life to the next, where somebody waits for them.
    every: Option<Millis>,
    /// When the next one is due; none are due before keys are served.
    due: Option<Millis>,
    /// Whether the log knows that the supervisor cannot be told anything.
    is_deaf: bool,
}

impl Supervisor {
    /// What the environment of this process asks for.
    pub fn of_this_process() -> Supervisor {
        let patience = std::env::var_os("NOTIFY_SOCKET").and_then(|_| sd_notify::watchdog_enabled());
        // Two signs within the patience of the supervisor: one that is late harms nobody.
        let every = patience.map(|patience| u64::try_from(patience.as_millis() / 2).unwrap_or(u64::MAX));
        Supervisor { every: every.map(|every| Millis(every.max(1))), due: None, is_deaf: false }
    }

    /// Says that the start screen is shown and keys are served.
    pub fn say_ready(&mut self, now: Millis) {
        self.tell(NotifyState::Ready);
        self.due = self.every.map(|every| now + every);
    }

    /// Says that the kiosk ends because it shall.
    pub fn say_stopping(&mut self) {
        self.tell(NotifyState::Stopping);
    }

    /// Gives a sign of life, if one is due.
    pub fn say_alive(&mut self, now: Millis) {
        if self.due.is_some_and(|due| due <= now) {
            self.tell(NotifyState::Watchdog);
            self.due = self.every.map(|every| now + every);
        }
    }

    /// When to wake up at the latest: for `other` or for the next sign of life.
    pub fn or_earlier(&self, other: Option<Millis>) -> Option<Millis> {
        self.due.into_iter().chain(other).min()
    }

    /// Tells the supervisor something; nobody, where there is none. The log is told once that it cannot be.
    fn tell(&mut self, state: NotifyState) {
        let said = state.to_string();
        if let Err(error) = sd_notify::notify(&[state])
            && !std::mem::replace(&mut self.is_deaf, true)
        {
            warn!("the supervisor cannot be told {said} ({error}): check the socket that NOTIFY_SOCKET names");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kiosk_wakes_for_whatever_comes_first() {
        let watched = Supervisor { every: Some(Millis(5)), due: Some(Millis(10)), is_deaf: false };
        assert_eq!(watched.or_earlier(None), Some(Millis(10)));
        assert_eq!(watched.or_earlier(Some(Millis(7))), Some(Millis(7)));
        assert_eq!(watched.or_earlier(Some(Millis(20))), Some(Millis(10)));
    }

    #[test]
    fn where_nobody_waits_for_signs_of_life_nothing_wakes_the_kiosk() {
        let mut alone = Supervisor { every: None, due: None, is_deaf: false };
        alone.say_ready(Millis(1));
        alone.say_alive(Millis(100));
        assert_eq!(alone.or_earlier(None), None);
        assert_eq!(alone.or_earlier(Some(Millis(7))), Some(Millis(7)));
    }

    #[test]
    fn a_sign_of_life_is_given_when_it_is_due_and_not_before() {
        let mut watched = Supervisor { every: Some(Millis(5)), due: None, is_deaf: false };
        watched.say_alive(Millis(1000));
        assert_eq!(watched.due, None, "keys are not served yet");
        watched.say_ready(Millis(10));
        watched.say_alive(Millis(14));
        assert_eq!(watched.due, Some(Millis(15)));
        watched.say_alive(Millis(16));
        assert_eq!(watched.due, Some(Millis(21)));
    }
}
