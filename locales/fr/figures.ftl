### What was counted, for staff: `kiosk indicators view`. Residents never see it.
### Titles have at most 38 characters, choices at most 34.

figures-title = Ce qui a été compté
# $place is one of the three messages below.
figures-intro = { $place }. Les nombres sont arrondis à 5 près.
figures-this-kiosk = Cette borne
figures-site = Lieu { $code }
figures-kiosks =
    { $number ->
        [one] { $number } borne
       *[other] { $number } bornes ensemble
    }
# Where some kiosks did not send a month.
figures-heard = Bornes qui ont envoyé leurs chiffres : { $heard } sur { $number }. Tous les nombres sont donc plus bas.
figures-heard-about = Derrière un mois : combien de bornes ont envoyé leurs chiffres. Avec moins de bornes, les nombres sont plus bas.
# "March 2026 (9 of 10)"
figures-month-heard = { $month } ({ $heard } sur { $number })
figures-none = Aucun mois n'est encore clôturé. Les chiffres viennent quand un mois est fini et clôturé.
# Stands above the keys on every screen.
figures-made-up = Visites inventées, pour l'exemple
figures-choose = { $month }. Choisissez une ligne.
# "Visits: 120"
figures-choice = { $name } : { $value }
# "most often by phone"
figures-most = le plus souvent { $name }
# Several have the highest number.
figures-several = plusieurs à égalité
# "35 begun"
figures-first = { $value } { $part }
figures-earlier = Mois d'avant : { $month }
figures-later = Mois d'après : { $month }
figures-all-months = Voir tous les mois

## Numbers

figures-fewer = moins de 10
# The same beside the columns of a chart, where there is no room for words.
figures-scale-low = <10
figures-unknown = inconnu
figures-hours = { $hours } heures

## How a number went over the months

figures-course = { $name }, mois par mois
figures-course-words = De { $from } à { $to }. Minimum : { $low }. Maximum : { $high }.
figures-course-even = De { $from } à { $to }. Chaque mois : { $high }.

## What is counted

figures-visits = Visites
figures-visits-about = Une visite commence quand quelqu'un choisit une langue. Une personne qui vient dix fois, ce sont dix visites.
figures-engaged = Avec un contenu ouvert
figures-engaged-about = Visites où une explication, une leçon, un exercice ou les questions ont été ouverts.
figures-languages = Langues
figures-languages-about = La langue à la fin de chaque visite.
figures-groups = Domaines
figures-groups-about = Combien de fois des explications de chaque domaine ont été ouvertes.
figures-guides = Guides
figures-guides-about = Explications dont les étapes ont été commencées, et celles qui ont été lues jusqu'au bout.
figures-guides-begun = commencés
figures-guides-done = lus jusqu'au bout
figures-searches = Recherches
figures-searches-about = Visites où une recherche a trouvé quelque chose, et celles où elle n'a rien trouvé.
figures-searches-hit = avec résultat
figures-searches-zero = sans résultat
figures-people = Une personne
figures-people-about = Combien de fois on a cherché comment parler à une personne.
figures-people-counter = au guichet
figures-people-phone = par téléphone
figures-people-post = par la poste
figures-people-near = dans un lieu proche
figures-lessons = Leçons
figures-lessons-about = Leçons commencées, et celles qui ont été suivies jusqu'au bout.
figures-lessons-begun = commencées
figures-lessons-done = jusqu'au bout
figures-machine = Borne
figures-machine-about = Les heures d'ouverture du lieu, et combien de ces heures la borne était en marche.
figures-machine-on = en marche
figures-machine-open = lieu ouvert
