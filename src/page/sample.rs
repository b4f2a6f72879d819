//! Pages for tests: short ways to write them down, and five that look like those of the kiosk.

use super::{Bar, Block, Cap, Choices, Course, Fact, Item, KeyHint, Mood, Page, Pick, Progress, Spot, Turning};
use crate::base::{Key, Lang, Role, Size, Text};

pub(crate) fn fr() -> Lang {
    "fr".parse().expect("a tag")
}

pub(crate) fn text(words: &str) -> Text {
    Text::plain(fr(), words)
}

pub(crate) fn cap(sign: &str) -> Text {
    Text::with_role(fr(), Role::KeyCap, sign)
}

pub(crate) fn key(sign: &str, width: u16, lit: bool) -> Cap {
    Cap { sign: cap(sign), width, lit }
}

pub(crate) fn para(words: &str) -> Block {
    Block::Para(text(words))
}

pub(crate) fn fact(label: &str, lines: &[&str], doubt: Option<&str>) -> Fact {
    Fact { label: text(label), lines: lines.iter().map(|line| text(line)).collect(), doubt: doubt.map(text) }
}

pub(crate) fn item(spot: u16, label: &str, detail: Option<&str>) -> Item {
    Item { spot: Spot(spot), label: text(label), detail: detail.map(text), marked: false }
}

pub(crate) fn choices(pick: Pick, head: Option<&str>, labels: &[&str]) -> Block {
    let items = labels.iter().enumerate().map(|(i, label)| item(i as u16, label, None)).collect();
    Block::Choices(Choices { pick, head: head.map(text), items })
}

/// A page with a title and a key bar.
pub(crate) fn page(title: &str, blocks: Vec<Block>) -> Page {
    let turning = Turning { more: text("La suite : Entrée ou PgSuiv"), end: text("C’est tout. Remonter : PgPréc") };
    Page { rev: 7, keys: keys(), turning, ..Page::bare("sample", fr(), text(title), blocks) }
}

pub(crate) fn bare(blocks: Vec<Block>) -> Page {
    Page { keys: Vec::new(), ..page("", blocks) }
}

pub(crate) fn keys() -> Vec<KeyHint> {
    let all = [
        (Key::F(1), "F1", "Aide", true),
        (Key::F(2), "F2", "Langue", false),
        (Key::F(3), "F3", "Chercher", false),
        (Key::F(4), "F4", "Affichage", false),
        (Key::F(7), "F7", "Quelqu’un", true),
        (Key::F(8), "F8", "Mots", false),
        (Key::F(10), "F10", "Terminer", true),
        (Key::Home, "Début", "Sujets", false),
        (Key::Esc, "Échap", "Retour", true),
        (Key::Tab, "Tab", "suite", false),
    ];
    let hint = |(key, sign, label, first)| KeyHint { key, cap: cap(sign), label: text(label), on: true, first };
    all.map(hint).into()
}

pub(crate) fn service() -> Page {
    let facts = vec![
        fact("Qui", &["Votre commune"], None),
        fact(
            "Coût",
            &["Gratuit. Nouvelle carte d’identité : 21,40 euros"],
            Some("Ce prix date de plus d’un an. Téléphonez pour le vérifier : 02 279 22 11."),
        ),
        fact("En ligne", &["mybxl.be : avec une carte d’identité ou itsme"], None),
        fact(
            "Au guichet",
            &["Boulevard Anspach 6, 1000 Bruxelles", "lundi à vendredi : 8 h 30 à 15 h", "jeudi : 8 h 30 à 18 h"],
            None,
        ),
        fact("Par téléphone", &["02 279 22 11"], None),
        fact("Par la poste", &["Pas possible."], None),
    ];
    let mut page = page(
        "Changer d’adresse",
        vec![
            para(
                "Vous avez déménagé ? Dites-le à votre nouvelle commune dans les huit jours. Un agent passe ensuite chez vous.",
            ),
            Block::Facts(facts),
            choices(
                Pick::Go,
                Some("Que voulez-vous faire ?"),
                &["Commencer, étape par étape", "Lire ce qu’il faut avoir avec soi", "Emporter la page"],
            ),
        ],
    );
    page.place = vec![text("Accueil"), text("Déménager")];
    page
}

pub(crate) fn step() -> Page {
    let mut page = page(
        "Ouvrir le site de la commune",
        vec![
            Block::Para(
                text("Sur l’ordinateur à côté, tapez ")
                    .then(Text::with_role(fr(), Role::Address, "mybxl.be"))
                    .then(text(" dans la barre en haut. Appuyez ensuite sur "))
                    .then(cap("Entrée"))
                    .then(text(". Le site s’ouvre après quelques secondes.")),
            ),
            Block::List {
                ordered: true,
                items: vec![
                    text("Cliquez sur « Se connecter », en haut à droite."),
                    text(
                        "Choisissez « itsme » si vous avez l’application sur votre téléphone. Choisissez « carte d’identité » si vous avez votre carte et son code.",
                    ),
                    text("Suivez ce que dit l’écran."),
                ],
            },
            Block::Call {
                mood: Mood::Warning,
                title: text("Attention"),
                blocks: vec![para(
                    "Ne donnez jamais votre code à quelqu’un, même à la personne qui vous aide. Ni la banque ni la commune ne le demandent par téléphone.",
                )],
            },
            Block::Call {
                mood: Mood::Tip,
                title: text("Bon à savoir"),
                blocks: vec![para("Le site existe aussi en néerlandais et en anglais.")],
            },
            choices(Pick::Go, None, &["Étape suivante", "Je suis bloqué", "Étape précédente"]),
        ],
    );
    page.place = vec![text("Accueil"), text("Déménager"), text("Changer d’adresse")];
    page.progress = Some(Progress { at: 2, of: 5, words: text("Étape 2 sur 5") });
    page
}

pub(crate) fn topics() -> Page {
    let labels = [
        ("Identité et papiers", "carte d’identité, itsme, passeport"),
        ("Déménager", "changer d’adresse, nouveau logement"),
        ("Travail", "Actiris, chômage, contrat"),
        ("Argent et impôts", "Tax-on-web, primes, banque"),
        ("Santé", "mutuelle, médecin, dossier médical"),
        ("Famille et école", "naissance, allocations, inscription"),
        ("Logement et énergie", "loyer, prime, facture"),
        ("Se déplacer", "STIB, parking, permis de conduire"),
        ("Justice et sécurité", "plainte, aide juridique"),
        ("Seniors", "pension, aide à la maison"),
        ("Apprendre", "souris, clavier, courriel"),
        ("Tout de A à Z", "la liste de toutes les démarches"),
    ];
    let items = labels.iter().enumerate().map(|(i, (label, detail))| item(i as u16, label, Some(detail))).collect();
    let mut page = page("Que voulez-vous faire ?", vec![Block::Choices(Choices { pick: Pick::Go, head: None, items })]);
    page.focus = Some(super::Target::Spot(Spot(2)));
    page
}

pub(crate) fn keyboard() -> Page {
    let rows = vec![
        vec![
            key("Échap", 7, true),
            key("F1", 5, true),
            key("F2", 5, true),
            key("F3", 5, true),
            key("F4", 5, true),
            key("F5", 5, false),
            key("F6", 5, false),
            key("F7", 5, true),
            key("F8", 5, true),
            key("F9", 5, false),
            key("F10", 5, true),
        ],
        vec![
            key("1", 5, true),
            key("2", 5, true),
            key("3", 5, true),
            key("4", 5, true),
            key("5", 5, true),
            key("6", 5, true),
            key("7", 5, true),
            key("8", 5, true),
            key("9", 5, true),
        ],
        vec![
            key("↑", 5, true),
            key("↓", 5, true),
            key("←", 5, false),
            key("→", 5, false),
            key("Entrée", 12, true),
            key("Espace", 12, true),
        ],
    ];
    let words = text(
        "Cette borne utilise les flèches, Entrée, Échap, les chiffres 1 à 9 et les touches F1, F2, F3, F4, F7, F8 et F10.",
    );
    page(
        "Le clavier",
        vec![
            para("Les touches claires servent ici. Les autres ne font rien : vous ne pouvez rien casser."),
            Block::Keyboard { rows, words },
            choices(Pick::Side, Some("C’est clair ?"), &["Oui", "Non", "Passer"]),
        ],
    )
}

pub(crate) fn chart() -> Page {
    let course = Course {
        points: vec![Some(167), None, Some(1000)],
        top: text("120"),
        from: text("août"),
        to: text("novembre"),
        words: text("Entre 20 et 120 visites."),
    };
    let bar = |label, value, share| Bar { label: text(label), value: text(value), share: Some(share) };
    let bars = vec![bar("octobre", "20", 167), bar("novembre", "120", 1000)];
    page("Visites", vec![Block::Course(course), Block::Bars(bars), choices(Pick::Go, None, &["Retour"])])
}

pub(crate) fn all() -> [Page; 5] {
    [service(), step(), topics(), keyboard(), chart()]
}

/// The rows of a layout as text.
pub(crate) fn rows(laid: &super::Laid) -> Vec<String> {
    let row = |row: &super::Row| {
        row.0.iter().fold(String::new(), |line, run| format!("{line:width$}{}", run.text, width = usize::from(run.x)))
    };
    laid.rows.iter().map(row).collect()
}

/// What a page looks like, without the blanks at the ends of its rows.
pub(crate) fn screen(page: &Page, width: u16, height: u16) -> Vec<String> {
    let rows = rows(&super::layout(page, Size { width, height }));
    rows.iter().map(|row| row.trim_end().to_owned()).collect()
}
