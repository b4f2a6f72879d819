### Learning: lessons, their exercises, and the check of digital skills. Titles: at most 38 characters. Choices: at most 34.

## Learning by doing: the list of lessons and the first page of each

lessons-title = Apprendre et s'exercer
# The short name of this screen in "Topics > Learn > The keyboard".
lessons-place = Apprendre
# On the home screen.
home-learn = Ou apprenez quelque chose :
lessons-detail = De petites leçons. Vous ne pouvez rien casser.
lessons-intro = Ici, vous pouvez tout essayer. Vous ne pouvez rien casser. Rien n'est envoyé. Votre nom n'est pas gardé.
lessons-choose = Choisissez une leçon :
lessons-check = Par où commencer ?
topic-lessons = Apprendre et s'exercer :
lesson-minutes = { $minutes ->
    [one] Environ { $minutes } minute
   *[other] Environ { $minutes } minutes
}
# In place of the minutes of a lesson that was seen to the end.
lesson-seen = Vous avez fait cette leçon
lesson-go-on = Continuer où j'étais
lesson-begin = Commencer
lesson-begin-detail = D'abord quelques questions sur ce que vous savez
lesson-straight = Aller tout de suite à la leçon
lesson-others = Toutes les leçons
lesson-progress = Partie { $at } sur { $of }
lesson-next = Continuer
lesson-previous = Revenir à la partie d'avant

## Before and after a lesson

sure-title = Vous sentez-vous à l'aise ?
sure-before = Cette leçon parle de : « { $lesson } ». Vous sentez-vous à l'aise avec cela aujourd'hui ? Aucune réponse n'est mauvaise.
sure-after = Vous avez suivi la leçon « { $lesson } ». Vous sentez-vous à l'aise maintenant ?
sure-1 = Pas du tout à l'aise
sure-2 = Pas très à l'aise
sure-3 = Entre les deux
sure-4 = Plutôt à l'aise
sure-5 = Très à l'aise
questions-before = Une question avant la leçon
questions-after = Et maintenant ?
questions-progress = Question { $at } sur { $of }
questions-pass = Passer les questions
# Only on paper for those who check a lesson: `kiosk page --answers`.
questions-right = C'est la bonne réponse

## An exercise. Titles: at most 38 characters. Choices: at most 34.

exercise-choose-one = Choisissez une réponse
exercise-choose-several = Choisissez tout ce qui convient
exercise-order = Mettez dans l'ordre
exercise-match = Qu'est-ce qui va ensemble ?
exercise-type = Tapez ceci
exercise-keys = Appuyez sur cette touche
exercise-pointer = Utilisez la souris
exercise-spot = Qu'est-ce qui est suspect ?
exercise-form = Remplissez le formulaire
exercise-pass-phrase = Un mot de passe solide
exercise-marks-how = Choisissez une ou plusieurs lignes. Ensuite, choisissez « C'est ma réponse ».
exercise-marks-undo = Choisissez encore une fois une ligne pour enlever la marque.
exercise-hint = Un indice
exercise-get-hint = Donnez-moi un indice (F9)
exercise-show = Montrez-moi la réponse
exercise-pass = Continuer sans répondre
exercise-check = C'est ma réponse
exercise-take-back = Reprendre le dernier
exercise-again = Essayer encore
exercise-once-more = Refaire cet exercice
# Beside a choice that is marked with a sign.
exercise-chosen = vous l'avez choisi
exercise-marked = vous trouvez cela suspect
exercise-nothing-yet = Choisissez d'abord quelque chose.
exercise-right = Oui, c'est juste !
# After each step of an exercise.
exercise-yes = Oui !
exercise-not-yet = Pas encore tout à fait
exercise-answer = Voici la réponse
exercise-told-fits = À choisir ici :
exercise-told-not = À ne pas choisir ici :
# Over pairs that were put together wrongly, with what belongs to each.
exercise-told-apart = Ceci n'est pas encore bien mis ensemble. Voici une aide :
exercise-told-suspicious = Ceci est suspect :
exercise-told-fine = Ici, tout va bien :
exercise-keys-were = Voici ces touches :
exercise-missing = Tout ce que vous avez choisi est juste. Il manque encore quelque chose.
exercise-order-first = Qu'est-ce qui vient d'abord ?
exercise-order-next = Qu'est-ce qui vient après ?
exercise-match-with = Ceci va avec quoi : { $one }
exercise-type-this = Tapez : { $text }
# Before what is typed.
exercise-typed = Vous :
exercise-type-more = Pas encore tout à fait. Cela doit être comme le texte au-dessus.
exercise-key = Votre touche :
exercise-other-key = C'était une autre touche. Ce n'est pas grave : essayez encore.
# Arrows and Enter are answers in this exercise.
exercise-keys-out = Pour aller à ces choix : touche Tab, à gauche du clavier.
# The same where Tab is the answer.
exercise-keys-out-down = Pour aller à ces choix : touche ↓
exercise-practice = Recopiez ceci. C'est inventé :
# The field of a form: "Name:"
exercise-field = { $field } :
exercise-field-how = Tapez : { $text }. Puis appuyez sur Enter.
exercise-field-done = J'ai fini cette case
exercise-field-empty = Il n'y a encore rien ici.
exercise-field-shape = Ce n'est pas écrit comme le formulaire le demande.
exercise-field-other = Ce n'est pas encore le texte demandé. Comparez lettre par lettre.

## Where a key is on the Belgian keyboard

# "Row 1" is the one with the digits.
stroke-alone = Maintenant : appuyez sur { $key }.
stroke-shift = Maintenant : gardez Shift enfoncée et appuyez sur { $key }.
stroke-alt-gr = Maintenant : gardez Alt Gr enfoncée et appuyez sur { $key }.
stroke-then = Appuyez ensuite sur { $key }.
stroke-space = Maintenant : appuyez sur la longue barre en bas.
stroke-enter = Maintenant : appuyez sur Enter.
stroke-somewhere = Maintenant : { $key }
stroke-back = Quelque chose est différent. { $count ->
    [one] Appuyez une fois sur Backspace (←).
   *[other] Appuyez { $count } fois sur Backspace (←).
}
stroke-caps-lock = Tout est en majuscules ? Appuyez une fois sur Caps Lock, à gauche.
stroke-capital = Il faut ici une majuscule : gardez Shift enfoncée.
# In place of the picture, for those who do not see it.
stroke-place = C'est la touche { $at } de la rangée { $row }. Ne comptez pas Tab, Caps Lock, Shift ni les touches F.
stroke-between = Elle est entre { $left } et { $right }.
stroke-first = C'est la première. À droite, il y a { $right }.
stroke-last = C'est la dernière. À gauche, il y a { $left }.
stroke-longest = C'est la touche la plus longue.
# Printed on keys in the picture.
cap-shift = Shift
cap-space = espace
cap-alt-gr = Alt Gr

## The mouse

pointer-click = Cliquez ici
pointer-double-click = Double-cliquez ici
pointer-scroll = Tournez la molette
pointer-keyboard = C'était le clavier. Essayez avec la souris.
pointer-too-slow = Presque ! Cliquez deux fois, un peu plus vite.
pointer-other-move = C'était un clic. Tournez la molette de la souris.
pointer-pass = Continuer sans souris
pointer-none = Nous sommes désolés. Cette machine n'a pas de souris. Sur un autre ordinateur, vous pouvez essayer ceci :

## A made-up message, address or page

fake-sms = Un SMS inventé, de : { $from }
fake-email = Un e-mail inventé, de : { $from }
fake-address = L'adresse, pour cet exercice : { $from }
fake-page = Une page inventée : { $from }
fake-call = Un appel inventé, de : { $from }

## A pass phrase

phrase-drawn = Cette machine a tiré quatre mots : { $words }
phrase-length = Un mot de passe long est plus solide qu'un mot de passe compliqué. Chaque mot de plus le rend bien plus difficile à deviner.
phrase-never = Ne tapez jamais un vrai mot de passe sur cette machine. N'utilisez pas ces quatre mots. D'autres peuvent les voir.
phrase-other = Tirer quatre autres mots

## The end of a lesson

learned-title = Bravo !
learned-text = Vous êtes à la fin de la leçon. Vous pouvez y revenir quand vous voulez.
learned-surer = Vous êtes plus à l'aise qu'avant la leçon. Cela compte.
learned-more = Vous connaissez maintenant plus de réponses qu'avant.
learned-answers = Bon à savoir
learned-next = La leçon suivante
slip-lesson = Leçon
slip-learned = Sujets
slip-guides = Et ensuite
slip-next = Étape suivante
slip-lessons = Leçons

## The check of digital skills. It gives no grade.

check-title = Que savez-vous déjà faire ?
check-detail = De courtes questions, sans nom ni note
check-intro = Nous posons au plus { $number } courtes questions sur ce que vous faites sur internet. Ce n'est pas un examen.
check-kind = Vous pouvez arrêter à tout moment. Pas besoin de répondre à tout.
check-scope = D'abord : quel âge avez-vous ?
check-scope-16-74 = 16 à 74 ans
# Where it is counted; to choose from are the two apart.
check-scope-other = 15 ans ou moins, 75 ans ou plus
check-scope-older = 75 ans ou plus
check-scope-younger = 15 ans ou moins
check-not-said = Je préfère ne pas le dire
check-online-title = Pour commencer
check-online = Ces trois derniers mois, avez-vous utilisé internet ? Sur un ordinateur, une tablette ou un GSM.
# There are five subjects.
check-progress = Sujet { $at } sur { $of }
check-stop = Arrêter ici
check-result-title = Ce que vous faites déjà
# Its title where nothing is done yet.
check-result-first = Commencez ici
check-result-text = Merci ! Voici votre aperçu :
check-result-offline = Merci ! Ici, vous pouvez tout essayer, et des personnes vous aident.
check-area-above = vous en faites beaucoup
check-area-basic = vous en faites déjà un peu
check-area-none = quelque chose de nouveau à découvrir
check-next = Une bonne étape suivante : { $area }
check-lessons = Des leçons pour vous :
check-again = Recommencer les questions
