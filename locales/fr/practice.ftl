### Practice: rehearsal rooms and the scam gym. Titles: at most 38 characters. Choices: at most 34.

## Rehearsal rooms

# On the list of lessons, over the ways to the rooms and to the scam gym.
lessons-moments = Essayez un moment difficile :
rooms-title = S'exercer avant de le faire en vrai
# The short name in "Topics > Learn > Rehearse".
rooms-place = S'exercer
rooms-detail = Un code, un lecteur, un appel : essayez ici.
rooms-intro = Ici, vous vivez un moment difficile sans danger. Rien n'est vrai. Les erreurs sont bienvenues.
rooms-choose = Que voulez-vous essayer ?
# In place of the minutes of a room that was played to its end.
room-seen = Vous l'avez déjà fait
room-goal = Ce que vous faites ici
room-practice = Utilisez seulement les données que vous voyez ici. Ne tapez jamais votre propre code.
room-begin = Commencer
room-others = D'autres moments à essayer
# At the top of every page of a room: at most 24 characters.
room-nothing-real = Exercice, rien de réel
# At the top of a device: what it is, then what stands on it.
device-screen = Ordinateur : { $title }
device-phone = Votre GSM : { $title }
device-reader = Lecteur de carte : { $title }
device-voice = Une voix : { $title }
room-type = Tapez : { $text }
# After another key.
room-type-only = Tapez seulement : { $text }
# When all of it stands in the field.
room-enter = Oui ! Puis : Enter.
room-fill = Remplir à ma place
mistake-title = Cela arrive à beaucoup de gens
mistake-chosen = Vous avez choisi : { $button }
mistake-why = Pourquoi il vaut mieux l'éviter
mistake-on = Voir ce qui se passe alors
room-leave = Arrêter cet exercice
rehearsed-title = Vous avez réussi !
rehearsed-text = Vous voilà au bout. Retenez ceci :
room-next = Essayer le moment suivant
room-again = Recommencer cet exercice
# At the end of a guide, over rooms in which one can try it.
service-rooms = Exercez-vous d'abord ici :

## The scam gym

gym-title = Vrai ou faux message ?
gym-place = Vrai ou faux ?
gym-detail = Dix messages. Auxquels pouvez-vous croire ?
gym-intro = Vous voyez dix messages, l'un après l'autre. Dites si chacun est vrai ou faux. Puis cherchez ce qui trahit les faux.
gym-practice = Tous les messages sont inventés. Rien ne peut vous arriver. Prenez votre temps.
gym-begin = Commencer : dix messages
gym-go-on = Continuer où j'étais
gym-other-ten = Dix autres messages
gym-progress = Message { $at } sur { $of }
gym-next = Le message suivant
gym-finish = Aller à la fin
gym-previous = Revenir au message d'avant
gym-end-title = Bravo : dix messages
gym-end-text = Vous avez pris votre temps et bien regardé. C'est cela qui vous protège. Si vous doutez, ne faites rien et demandez à quelqu'un.
# Whom to call and where to forward a false message.
gym-help = Si un message pose un vrai problème
exercise-real-or-false = Vrai ou faux ?
gym-false = Il est faux
gym-real = Il est vrai
gym-is-false = Ce message est faux.
gym-is-real = Ce message est vrai.
gym-taken-for-real = Il a l'air vrai : voilà le piège. Regardez-le encore, ligne par ligne.
gym-look = Chercher ce qui le trahit
gym-mark = Il est faux. Qu'est-ce qui le trahit ?
fake-qr = Un code QR inventé, ici : { $from }
