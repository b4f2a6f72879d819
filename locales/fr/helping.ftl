### Helper mode: somebody sits beside the resident. Choices: at most 34 characters. Cues: at most two short sentences.

helping-start = J'aide quelqu'un
helping-start-detail = Avec des conseils pour vous et plus de temps
helping-stop = Je n'aide plus
helping-stop-detail = Les conseils pour vous disparaissent
# On every screen while it is on: at most 34 characters.
helping-on = Vous aidez (pour arrêter : F1)
# Above each cue.
helping-title = Pour la personne qui aide

## Beside the steps of a guide and the scenes of a rehearsal room, in turn

helping-press = Laissez la personne appuyer sur les touches.
helping-ask = Posez une question plutôt que de dire quoi faire : « Que voyez-vous ici ? »
helping-wait = Attendez un peu. Le silence aide à réfléchir.
helping-look = Dites ce que vous voyez ensemble, pas quelle touche choisir.

## Beside the cards of a lesson, in turn

helping-read = Lisez ensemble. La personne tourne la page quand elle veut.
helping-own-words = Demandez : « Comment diriez-vous cela avec vos mots ? »

## Beside an exercise

helping-search = Laissez la personne chercher. Rien ne peut se casser ici.
helping-keyboard = Laissez le clavier à la personne. Lentement, c'est très bien.
helping-mouse = Laissez la souris à la personne. Montrez avec des mots.
helping-solved = Demandez : « Comment avez-vous fait ? » Le dire aide à retenir.
