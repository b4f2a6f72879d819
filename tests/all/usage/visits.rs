//! What a visit counts, and what it does not.

use super::*;

#[test]
fn a_visit_counts_what_it_did_once_however_often() {
    let world = World::real();
    let (itsme, en) = (world.service("itsme"), lang("en"));
    assert_eq!(visit(&world, ""), [Event::Visit, Event::Language(en)]);
    let nothing_read = [Event::Visit, Event::Language(en), Event::Accessibility(Feature::Contrast)];
    assert_eq!(visit(&world, "f7 esc f1 esc f4 2"), nothing_read);
    // "I have a new phone", and on to step 3, back, and on to it again; the page to write down, twice.
    let events = visit(&world, "5 1 1 1 1 esc 1 f6 esc f6 esc home 5 1");
    let engaged = [Event::Visit, Event::Engaged, Event::Language(en), Event::Opened(itsme), Event::Levels(Levels::One)];
    assert!(engaged.iter().all(|event| events.contains(event)), "{events:?}");
    let guide = [Event::Started(itsme), Event::LeftAt(itsme, 2), Event::WrittenDown(itsme)];
    assert!(guide.iter().all(|event| events.contains(event)), "{events:?}");
    let distinct: BTreeSet<_> = events.iter().collect();
    assert_eq!(distinct.len(), events.len(), "each counter goes up once: {events:?}");
}

#[test]
fn a_guide_that_was_read_to_the_end_was_not_left() {
    let world = World::real();
    let itsme = world.service("itsme");
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1 1 1 1 1 1 1 1 1 1");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Done(..))), "{}", kiosk.screen());
    // "No", and on second thoughts "yes": the last answer holds.
    kiosk.keys("2 esc 1 1").finish();
    let events = counted(&kiosk.effects).expect("counted");
    assert!(events.contains(&Event::Done(itsme)) && events.contains(&Event::Useful(itsme, true)), "{events:?}");
    let others = events.iter().filter(|event| matches!(event, Event::LeftAt(..) | Event::Useful(_, false)));
    assert_eq!(others.count(), 0, "{events:?}");
}

/// The ways to a person that are counted of a visit that opens these pages of a service, and the page of people.
fn ways_counted(world: &World, service: ServiceId, opened: &[RouteKind]) -> Vec<Channel> {
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Service(service)));
    for kind in opened {
        let at = RouteKind::ALL.iter().position(|known| known == kind).expect("a way");
        kiosk.keys("2").keys(&(at + 1).to_string());
        assert_eq!(kiosk.app.screen(), Some(Screen::Route(service, *kind)));
        kiosk.keys("esc esc");
    }
    kiosk.keys("f7 esc").finish();
    let of_group = |event: Event| match event {
        Event::Human(group, channel) => {
            assert_eq!(group, world.library.service(service).expect("it is there").group);
            Some(channel)
        }
        _ => None,
    };
    counted(&kiosk.effects).expect("counted").into_iter().filter_map(of_group).collect()
}

#[test]
fn a_way_to_a_person_counts_when_it_was_chosen() {
    let world = World::real();
    let change = world.service("change-of-address");
    assert_eq!(ways_counted(&world, change, &[]), [], "the page of people shows all ways, so it tells of none");
    assert_eq!(ways_counted(&world, change, &[RouteKind::Online]), []);
    let opened = [RouteKind::Post, RouteKind::Phone, RouteKind::Post];
    assert_eq!(ways_counted(&world, change, &opened), [Channel::Phone, Channel::Post]);
}

/// The page of a way that the service does not offer says what to do instead: it is no way to a person.
#[test]
fn a_way_that_does_not_exist_is_not_counted() {
    let mut files = good_files();
    for file in &mut files.files {
        file.text = file.text.replace("[routes.phone]\nstate = \"ask\"", "[routes.phone]\nstate = \"none\"");
    }
    let library = inclusion_kiosk::content::parse::compile(&files).0;
    let world = World { library, ..World::real() };
    let card = world.service("library-card");
    assert_eq!(ways_counted(&world, card, &[RouteKind::Phone, RouteKind::Post]), [Channel::Post]);
}

#[test]
fn a_refusal_counts_nothing_not_even_itself() {
    let world = World::real();
    const REFUSE: &str = "Do not count my visit";
    let ends: [fn(&mut Kiosk); 3] = [
        // At the end, below what is counted.
        |kiosk| {
            _ = kiosk.keys("5 1").go_to_last_screen().choose("Yes, but do not count my visit").sees("was not counted")
        },
        // Early, on the page that tells what is counted; then the usual end.
        |kiosk| {
            _ = kiosk.keys("f1").choose("What is counted").choose(REFUSE).keys("esc esc 5 1 f10").choose("Yes, finish")
        },
        // Early, and then walking away.
        |kiosk| _ = kiosk.keys("f1").choose("What is counted").choose(REFUSE).sees("is not counted"),
    ];
    for end in ends {
        let mut kiosk = world.kiosk(WIDE);
        kiosk.keys("enter 3");
        end(&mut kiosk);
        kiosk.wait(1000);
        kiosk.wait(1000);
        assert!(kiosk.app.is_at_start(), "{}", kiosk.screen());
        assert_eq!(counted(&kiosk.effects), None);
    }
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 f1").choose("What is counted").choose(REFUSE).choose("Count my visit").keys("f10 1");
    assert!(counted(&kiosk.effects).is_some(), "who changes their mind is counted");
}

#[test]
fn the_last_screen_names_every_counter_that_goes_up() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1 1 1 f6 esc").go_to_last_screen();
    let written = inclusion_kiosk::present::plain::write(&kiosk.page());
    for line in
        ["All visits, and those of today", "Visits in this language: English", "Visits at this time of the week"]
    {
        assert!(written.contains(line), "{line} is missing:\n{written}");
    }
    let of_itsme = [
        "opened",
        "by language and area: English, identity",
        "steps begun",
        "last step read: 2",
        "“Write down the main points” opened",
    ];
    let of_itsme = of_itsme.map(|what| format!("- Set up itsme safely: {what}\n")).concat();
    assert!(written.contains(&of_itsme), "what is counted of a service stands together:\n{written}");
    let events = visit(&world, "5 1 1 1 f6 esc");
    let lines = written.lines().filter(|line| line.starts_with("- ")).count();
    let always = 2;
    assert_eq!(
        lines,
        events.len() + always,
        "a line for each counter, the time and the version of the content:\n{written}"
    );
}

#[test]
fn where_staff_want_no_counts_there_are_none_and_none_are_told() {
    let mut world = World::real();
    world.settings.count = false;
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter").does_not_see("visites").keys("3 5 1 f10").does_not_see("counted").keys("1");
    assert_eq!(counted(&kiosk.effects), None);
}

#[test]
fn who_leaves_before_the_choice_of_a_language_is_no_visit() {
    let world = World::real();
    for keys in ["enter esc", "x f1 esc esc", "enter"] {
        let mut kiosk = world.kiosk(WIDE);
        kiosk.keys(keys).wait(1000);
        kiosk.wait(1000);
        assert!(kiosk.app.is_at_start());
        assert_eq!(counted(&kiosk.effects), None, "{keys}");
    }
}

#[test]
fn who_is_told_to_end_loses_the_visit_under_way_alone() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1");
    kiosk.send(Msg::Stop(inclusion_kiosk::app::Reason::Signal));
    assert_eq!(counted(&kiosk.effects), None);
}
