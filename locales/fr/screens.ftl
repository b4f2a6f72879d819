### The screens, in the order in which a resident meets them. Titles: at most 38 characters. Choices: at most 34.

## The question after some time without a key. At most 66 characters.

still-there = Toujours là ? Appuyez sur une touche, ou la visite sera effacée.

## The line on the first screen of a visit. At most 66 characters.

welcome-counting = Nous comptons les visites. À la fin, vous pouvez refuser.

## Text that does not fit on one screen. At most 36 characters.

more-text = La suite est plus bas : touche ↓
end-of-text = C'est la fin. Remonter : touche ↑

## Words that several screens use

go-back = Retour
go-home = Tous les thèmes
go-finish = Terminer et effacer ma visite
go-person = Parler à quelqu'un
go-places = Trouver de l'aide près de chez moi
go-stuck = Je n'y arrive pas
go-counting = Ce qui est compté
call-warning = Attention
call-tip = Conseil
# Something that comes from an old or weak source.
fact-doubt = Cela a peut-être changé. Vérifiez avec l'équipe ici.
fact-doubt-in-section = Une information a peut-être changé. Vérifiez avec l'équipe ici.
# In place of a price, hours or an address that nobody has checked for long. Used alone after a label, and in a sentence.
fact-past-price = téléphonez pour vérifier le prix : { $number }
fact-past-hours = téléphonez pour vérifier l'horaire : { $number }
fact-past-address = téléphonez pour vérifier l'adresse : { $number }
# The same, where there is no number to phone.
fact-past-price-ask = demandez le prix ici
fact-past-hours-ask = demandez l'horaire ici
fact-past-address-ask = demandez l'adresse ici
# In place of a phone number.
fact-past-phone = demandez le numéro ici
# How these stand in the middle of a sentence.
fact-past-in-text = ({ $instead })
# "Place de la Vieille Halle aux Blés 1, 1000 Brussels"
fact-address = { $street } { $number }, { $postcode } { $town }
# The same, where only the street is known.
fact-address-street = { $street }, { $postcode } { $town }

# In the place of a page of damaged content.
unreadable-title = Impossible de lire cette page
unreadable-text = Nous sommes désolés. Cette machine ne peut pas lire cette page. Demandez à l'équipe ici, ou choisissez une autre page.

## The choice of a language

languages-now = Vous lisez cette langue maintenant

## Home: what happened, and topics

home-title = De quoi avez-vous besoin ?
# The short name of this screen in "Topics > Moving".
home-place = Thèmes
home-events = Choisissez votre situation :
home-topics = Ou choisissez un thème :
home-person = Ou demandez à quelqu'un :
home-empty = Nous sommes désolés. Cette machine ne peut rien expliquer aujourd'hui. Demandez à l'équipe ici.
topic-services = Choisissez ce que vous voulez faire :
event-services = Ceci peut vous aider :
list-part = Partie { $at } sur { $of }
list-more = La suite de la liste

## Finding something in one's own words: F3

search-title = Que cherchez-vous ?
# Before what is typed.
search-label = Chercher :
search-how = Tapez ce que vous cherchez, avec vos mots. Les fautes ne sont pas graves.
# Above what was found. At most one line of a small screen.
search-choose = Choisissez avec ↓, puis Enter.
# A word of the glossary among what was found.
search-term = { $word } (mot expliqué)
search-letters = Lettres à l'écran
search-keyboard = Taper sur le clavier
# Two keys on the screen: at most 10 characters.
search-space = espace
search-take-back = effacer
search-clear = Tout effacer
# Where nothing fits well.
search-understood = Nous avons compris : { $words }
search-not-understood = Nous ne connaissons pas encore ce mot. Essayez un autre mot, ou choisissez :
search-perhaps = Ceci vous aide peut-être :
search-topics = Ces thèmes peuvent vous aider :
search-words = Ou essayez un autre mot :
# Why something was found, behind its title: the word that was meant, also in another language.
search-word = « { $word } »
search-word-in = { $language } : « { $word } »

## A finder: questions that lead to a service

event-finder = Vous ne savez pas quoi choisir ?
event-finder-detail = Quelques questions, sans nom ni numéro
found-title = Ceci peut vous aider
finder-unsure = Je ne sais pas
finder-answered = { $question } { $answer }
finder-earlier = Changer une réponse :

## A service

service-what-now = Que voulez-vous faire ?
service-start = Voir étape par étape
service-start-detail = { $steps ->
    [one] Ce qu'il faut, puis { $steps } étape
   *[other] Ce qu'il faut, puis { $steps } étapes
}
service-routes = Guichet, téléphone, courrier, internet
service-slip = Noter l'essentiel
service-cost = Prix
service-run-by = Qui s'en occupe
service-related = Voir aussi :
route-online = Internet
route-counter = Guichet
route-phone = Téléphone
route-post = Courrier
# The three answers to "does this way exist?", one after the other on a line.
route-offered = { $route } : oui.
route-ask = { $route } : demandez.
route-none = { $route } : non.

## Before you start

before-title = Avant de commencer
before-have = Préparez ceci
before-know = Bon à savoir
before-first-step = Aller à l'étape 1

## The ways to get it done

routes-title = Guichet, téléphone, courrier, internet
routes-which = Qu'est-ce qui vous convient ?
route-offered-detail = C'est possible
route-ask-detail = Peut-être : nous disons à qui demander
route-none-detail = Pas possible : nous vous disons quoi faire
route-other = Un autre moyen

## A step

step-progress = Étape { $at } sur { $of }
step-next = Étape suivante
step-previous = Étape précédente
step-previous-none = Revoir ce qu'il faut
step-done = J'ai tout lu

## Stuck

stuck-title = Quel est le problème ?
stuck-intro = Cela arrive à tout le monde. Choisissez ce qui ressemble à votre cas.

## The end of a guide

done-title = C'était la dernière étape
done-text = Vous avez vu toutes les étapes. Vous pouvez les revoir quand vous voulez.
done-question = Est-ce que c'était utile ?
done-yes = Oui
done-no = Non
done-skip = Je ne sais pas
done-thanks = Merci. Bonne chance !
done-sorry = Nous sommes désolés : cela n'a pas suffi. Quelqu'un peut vous aider.
done-fine = Pas de problème.
done-next = Et maintenant ?

## The page to write down

slip-title = Notez ceci
slip-name = Pour
slip-contact = Téléphone, lieu
slip-phone = Téléphone
slip-address = Adresse
slip-hours = Horaire
slip-bring = À apporter
slip-ask = Demandez à l'équipe ici.

## A person

person-title = Quelqu'un peut vous aider
person-urgent = En cas d'urgence
person-urgent-number = { $number } : { $name }
person-here = Ici
person-ask-staff = Demandez à l'équipe ici. Elle vous aide avec plaisir.
person-ask-staff-of = { $place } : demandez à l'équipe. Elle vous aide avec plaisir.
# What opens and closes: "Help point: opens today at 9:00".
person-staff-hours = Point d'aide
person-hours = Horaire
person-today = Aujourd'hui
person-not-today = Pas d'aide ici aujourd'hui. Les autres jours sont plus bas.
person-service = Pour : { $service }
person-right = C'est votre droit. La Région et votre commune doivent vous aider au guichet, par téléphone et par courrier.

## Help near you: places where people help

places-title = De l'aide près de chez vous
# The short name of this screen in "Topics > Help > Jette".
places-place = Lieux d'aide
places-where = Où cherchez-vous ?
places-here = Près d'ici : { $commune }
places-map = Sur un plan de Bruxelles
places-list = Par commune ou code postal
places-needs = Ou que cherchez-vous ?
need-one-to-one = Quelqu'un qui m'aide
need-computer = Un ordinateur
need-printer = Une imprimante
need-training = Une formation
need-card-reader = Un lecteur de carte d'identité
# Also on a tile of the map: at most 12 characters.
places-count = { $count ->
    [0] voir à côté
    [one] { $count } lieu
   *[other] { $count } lieux
}
communes-title = Les 19 communes
communes-which = Choisissez une commune :
# "Jette (1090)"
commune-postcodes = { $commune } ({ $postcodes })
map-title = Le plan de Bruxelles
near-title = Lieux d'aide : { $commune }
near-none-here = Nous ne connaissons pas encore de lieu ici. Voici d'autres lieux.
# Nowhere at all.
near-none = Nous ne connaissons pas encore de lieu pour cela. Demandez à l'équipe ici.
near-in = Ici : { $commune }
near-close = Tout près : { $commune }
near-further = Plus loin : { $commune }
# A commune that has more places than stand there.
near-more = Plus de lieux : { $commune }
near-everywhere = Pour toute la Région
near-town-hall = La maison communale
near-other = Choisir une autre commune
# Nobody has confirmed that a place is still there.
place-not-confirmed = Pas sûr : téléphonez d'abord
# The same after the kind of place: small letters.
place-phone-first = pas sûr, téléphonez d'abord
place-not-confirmed-text = Nous ne savons pas si ce lieu vous aide encore. Téléphonez avant d'y aller.
# "Library: open now, until 17:00": a kind of place, and "place-phone-first" or what formats.ftl says of a door.
place-kind-and-state = { $kind } : { $state }
place-web = Site web
place-offers = Sur place
place-help = Aide numérique
# Days with other hours than in an ordinary week. $from and $to are whole dates; the hours stand below.
place-exceptions = Jours spéciaux
place-closed-on = { $from } : fermé
place-closed-from-to = du { $from } au { $to } : fermé
place-other-on = { $from } : autre horaire
place-other-from-to = du { $from } au { $to } : autre horaire
place-languages = Langues
place-others = Trouver un autre lieu
kind-computer-room = Espace Public Numérique
kind-library = Bibliothèque
kind-community-centre = Maison de quartier
kind-help-desk = Point d'aide
kind-employment = Aide pour trouver un emploi
kind-other = Un autre lieu
offer-computers = ordinateurs
offer-internet = internet
offer-wifi = wifi
offer-printing = imprimante
offer-scanning = scanner
offer-training = formations
offer-workshops = ateliers
offer-individual-help = aide personnelle
offer-eid-reader = lecteur de carte d'identité
offer-study-space = salle d'étude
offer-admin-documents = aide pour les papiers
digital-help-likely = probablement : demandez sur place
digital-help-not-stated = nous ne savons pas : demandez sur place
digital-help-network = ce lieu sait qui peut vous aider

## Display

display-title = Les couleurs de l'écran
display-intro = Choisissez ce que vous lisez le mieux :
display-dark = Lettres claires sur fond noir
display-dark-detail = Avec quelques couleurs calmes
display-contrast = Contraste fort
display-contrast-detail = Du blanc et du jaune sur du noir
display-monochrome = Sans couleurs
display-monochrome-detail = Lettres épaisses ou soulignées
display-now = L'écran est comme cela maintenant

## Hard words

words-title = Les mots de cette page
words-intro = Choisissez un mot. Nous l'expliquons.
word-official = À dire au guichet
# The same name in French and in Dutch.
word-official-pair = { $one } = { $other }
words-all = Tous les mots expliqués
glossary-title = Tous les mots expliqués
glossary-areas = Par sujet :
glossary-letters = Par première lettre :
area-information = Chercher sur internet
area-communication = Écrire et parler
area-content-creation = Créer des documents
area-safety = Sécurité et vie privée
area-problem-solving = Appareils et problèmes

## Three questions on the way out, for those who like to answer

ask-title = Avant de partir : trois questions
ask-intro = Rien n'est obligatoire. Vos réponses montrent à qui cette machine sert. Nous comptons chaque réponse à part. Personne ne peut savoir qui a répondu.
ask-without = Continuer sans répondre
ask-on = Continuer, sans autre question
ask-first = Utilisez-vous cette machine pour la première fois ?
ask-age = Quel âge avez-vous ?
ask-age-0-15 = 15 ans ou moins
ask-age-16-24 = 16 à 24 ans
ask-age-25-54 = 25 à 54 ans
ask-age-55-64 = 55 à 64 ans
ask-age-65-74 = 65 à 74 ans
ask-age-75 = 75 ans ou plus
ask-net = Avez-vous internet à la maison ?
# On the last screen, below what is counted.
ask-change = Changer mes réponses

## Finish

finish-title = Voulez-vous terminer ?
finish-text = Votre visite est alors effacée. La personne suivante n'en voit rien.
finish-yes = Oui, terminer
finish-yes-uncounted = Oui, sans compter ma visite
finish-no = Non, continuer
erased-title = Nous ne gardons rien sur vous
erased-nothing-kept = Votre visite est effacée. Cette machine ne sait rien de vous.
erased-not-counted = Votre visite n'a pas été comptée.
erased-goodbye = Au revoir et bonne continuation !
erased-next = Pour recommencer, appuyez sur une touche.

## What is counted: on the last screen, and on a page of its own

counting-title = Ce qui est compté
counting-intro = Nous comptons pour savoir de quoi les gens ont besoin. Chaque point ci-dessous est compté une fois. Nous ne notons pas quels points vont ensemble. Votre nom n'y est pas.
counting-visits = Toutes les visites, et celles d'aujourd'hui
counting-engaged = Visites avec une explication, une leçon, un exercice ou les questions
counting-assisted = Visites où une personne a été aidée
counting-language = Visites dans cette langue : { $language }
counting-part = Visites à ce moment de la semaine (matin, après-midi ou soir)
counting-pack = Visites avec cette version des explications
counting-level-one = Visites à propos d'un seul niveau de pouvoir
counting-level-several = Visites à propos de plusieurs niveaux de pouvoir
counting-search-hit = Visites où une recherche a trouvé quelque chose
counting-search-zero = Visites où une recherche n'a rien trouvé qui convient
counting-search-chosen = Visites où un thème ou un autre mot a été choisi à la place
counting-zero-topic = Rien trouvé, thème choisi à la place : { $topic }
# "Choice: Counter (identity)": a way to a person, and a group of services.
counting-human = Choix : { $way } ({ $group })
counting-near = Près de chez vous : un lieu a été ouvert
# "Set up itsme safely: opened, steps begun, last step read: 3"
counting-service = { $service } : { $what }
counting-opened = ouvert
# An item of a list: "by language and area: Nederlands, identity".
counting-opened-in = langue et domaine : { $language }, { $group }
counting-started = étapes commencées
counting-done = lu jusqu'au bout
counting-left = dernière étape lue : { $step }
counting-written-down = « Noter l'essentiel » ouvert
counting-useful = utile : oui
counting-not-useful = utile : non
# "Lesson The keyboard and the mouse: begun"
counting-lesson = Leçon { $lesson } : { $what }
counting-lesson-started = commencée
counting-lesson-done = suivie jusqu'au bout
# The question of a pair before the lesson, and the one after it.
counting-gain-right-right = question { $pair } : bonne réponse avant et après
counting-gain-right-wrong = question { $pair } : bonne réponse avant, pas après
counting-gain-wrong-right = question { $pair } : bonne réponse après, pas avant
counting-gain-wrong-wrong = question { $pair } : bonne réponse ni avant, ni après
# "What can you do already? begun"
counting-check = { $check } { $what }
counting-check-started = commencé
counting-check-done = suivi jusqu'au bout
counting-check-partial = des réponses non données
# "begun, by language: Nederlands"
counting-by-language = { $what }, par langue : { $language }
language-group-other-eu = une autre langue de l'Union européenne
language-group-other = une autre langue
# $level is the code of the counter: "B".
counting-check-level = tout ensemble : groupe { $level } ({ $scope })
counting-check-area = { $area } : { $level }
# The name of a theme.
counting-display = Visites avec cet affichage : { $display }
counting-letters = Visites où les lettres à l'écran ont servi
counting-first = Première fois à cette machine : { $answer }
counting-age = Âge : { $answer }
counting-net = Internet à la maison : { $answer }
counting-no-answer = pas de réponse
counting-refused = Votre visite n'est pas comptée.
counting-refuse = Ne pas compter ma visite
counting-allow = Compter ma visite
group-administration = administration
group-identity = identité
group-work = travail
group-housing-energy = logement et énergie
group-tax-money-bank = impôts, argent et banque
group-health = santé
group-family-school = famille et école
group-mobility-environment = mobilité et environnement
group-justice-safety = justice et sécurité
group-skills = compétences numériques
