### The screens, in the order in which a resident meets them. Titles: at most 38 characters. Choices: at most 34.

## The question after some time without a key. One line: at most 36 characters.

still-there = Encore là ? Appuyez sur une touche.

## Text that does not fit on one screen. At most 36 characters.

more-text = La suite est plus bas : touche ↓
end-of-text = C'est la fin. Remonter : touche ↑

## Words that several screens use

go-back = Retour
go-home = Tous les thèmes
go-finish = Terminer et tout effacer
go-person = Parler à une personne
go-stuck = Je suis bloqué
call-warning = Attention
call-tip = Conseil
# Something that comes from an old or weak source.
fact-doubt = Cela a peut-être changé. Vérifiez.
fact-doubt-in-section = Un chiffre de cette page a peut-être changé. Vérifiez-le.
# "Place de la Vieille Halle aux Blés 1, 1000 Brussels"
fact-address = { $street } { $number }, { $postcode } { $town }

## The choice of a language

languages-now = Vous lisez cette langue maintenant

## Home: what happened, and topics

home-title = De quoi avez-vous besoin ?
# The short name of this screen in "Home > Moving".
home-place = Accueil
home-events = C'est mon cas :
home-topics = Ou choisissez un thème :
home-empty = Les guides ne sont pas sur cette machine aujourd'hui. Nous sommes désolés. Demandez à une personne ici.
topic-services = Choisissez un guide :
event-services = Ces guides peuvent vous aider :

## A service

service-what-now = Que voulez-vous faire ?
service-start = Voir toutes les étapes
service-start-detail = { $steps ->
    [one] { $steps } étape, et d'abord ce qu'il faut
   *[other] { $steps } étapes, et d'abord ce qu'il faut
}
service-routes = Guichet, téléphone, lettre, internet
service-slip = Noter l'essentiel
service-cost = Prix
service-run-by = Organisé par
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

routes-title = Quatre façons de faire

## A step

step-progress = Étape { $at } sur { $of }
step-next = Étape suivante
step-previous = Étape précédente
step-previous-none = Revoir ce qu'il faut
step-done = J'ai tout lu

## Stuck

stuck-title = Où êtes-vous bloqué ?
stuck-intro = Cela arrive à tout le monde. Choisissez ce qui ressemble à votre cas.

## The end of a guide

done-title = Vous êtes à la fin
done-text = Vous avez vu toutes les étapes. Vous pouvez les revoir quand vous voulez.
done-question = Est-ce que cela vous a aidé ?
done-yes = Oui
done-no = Non
done-skip = Passer
done-thanks = Merci. Bonne chance !
done-sorry = Nous sommes désolés de ne pas vous avoir aidé. Une personne peut vous aider.
done-fine = C'est bien ainsi.
done-next = Et maintenant ?

## The page to write down

slip-title = Notez ceci
slip-name = Nom
slip-phone = Téléphone
slip-address = Adresse
slip-hours = Heures
slip-bring = À prendre
slip-ask = Demandez ici.

## A person

person-title = Une personne peut vous aider
person-urgent = En cas d'urgence
person-here = Ici
person-ask-staff = Demandez à l'équipe ici. Elle vous aide avec plaisir.
person-ask-staff-of = Demandez à l'équipe, ici : { $place }. Elle vous aide avec plaisir.
person-staff-hours = Aide sur place
person-hours = Ouvert
person-today = Aujourd'hui
person-not-today = Personne n'aide ici aujourd'hui. Demandez quand revenir.
person-service = Pour : { $service }

## Display

display-title = L'aspect de l'écran
display-intro = Choisissez ce que vous lisez le mieux :
display-dark = Lettres claires sur fond noir
display-dark-detail = Avec quelques couleurs calmes
display-contrast = Contraste fort
display-contrast-detail = Du blanc et du jaune sur du noir
display-monochrome = Sans couleurs
display-monochrome-detail = En gras et souligné à la place
display-now = L'écran est comme cela maintenant

## Hard words

words-title = Les mots de cette page
words-intro = Choisissez un mot. Nous l'expliquons.
word-official = À dire au guichet

## Finish

finish-title = Voulez-vous terminer ?
finish-text = Tout ce que vous avez fait ici est effacé. La personne suivante n'en voit rien.
finish-yes = Oui, terminer
finish-yes-detail = Tout est effacé
finish-no = Non, continuer
finish-no-detail = Revenir où j'étais
erased-title = Rien n'est gardé
erased-nothing-kept = Votre visite est effacée. Cette machine ne sait rien de vous.
erased-goodbye = Au revoir et bonne chance !
erased-next = Pour recommencer, appuyez sur une touche.
