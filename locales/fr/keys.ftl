### The keys: what is printed on them, their names in the key bar, and what the help screen says about them.

## What is printed on a key (Belgian keyboard)

cap-f = F{ $number }
cap-enter = Enter
cap-escape = Esc
cap-tab = Tab
cap-home = Home
cap-page-up = PgUp
cap-page-down = PgDn
cap-up = ↑
cap-down = ↓
cap-left = ←
cap-right = →

## The key bar: at most 10 characters, 8 for the keys marked *

# *
key-help = Aide
key-languages = Langue
# *
key-search = Chercher
key-display = Écran
key-write-down = À noter
# *
key-person = Quelqu'un
key-words = Mots
key-hint = Indice
# *
key-finish = Terminer
# *
key-back = Retour
key-home = Thèmes
# *
key-walk = Suite

## The help screen

help-title = Aide : les touches
help-intro = Vous ne pouvez rien casser ici. Toutes ces touches sont sans danger. Une seule touche à la fois suffit.
help-picture = Les touches de cette machine. En haut : Esc et les touches F. En dessous : les chiffres de 1 à 9 et Home. Tout en bas : Tab, Enter, les flèches, PgUp et PgDn.
help-arrows = Monter ou descendre
help-choose = Choisir ce qui est marqué
help-pages = Tourner la page
help-numbers = Choisir avec le numéro
help-complete = Terminer le mot, quand vous cherchez
help-help = Cette page
help-languages = Une autre langue
help-search = Chercher avec vos mots
help-display = Les couleurs de l'écran
help-write-down = Ce qu'il faut noter
help-person = Qui peut vous aider
help-words = Les mots difficiles, expliqués
help-hint = Un indice dans un exercice
help-finish = Terminer et effacer votre visite
help-back = Revenir à l'écran d'avant
help-home = Tous les thèmes
help-walk = Aller au choix suivant, aussi parmi les touches du bas

## The printed key card: `kiosk key-card`

card-title = Les touches de cette machine
card-digits = Pour les chiffres, une seule touche suffit : la touche Maj ne sert pas.
card-stickers = Autocollants : découpez-les et collez-les sur les touches.
card-ruler = Règle : sur l'écran, un H majuscule doit être au moins aussi haut que ces barres. Imprimez à 100 %.
card-distance = pour lire à { $distance } cm
