### A code of five words that remembers what was learned, since the machine forgets. Titles: at most 38 characters. Choices: at most 34.

## In the list of lessons

code-way-in = J'ai un code
code-way-in-detail = Pour continuer après une autre visite
# In place of the minutes of a lesson that a code remembers.
lesson-seen-earlier = Vous l'avez faite un autre jour

## The field

code-title = Tapez votre code
# Before what is typed.
code-label = Code :
code-how = Un code a cinq mots. Mettez un espace entre les mots. Les accents et les majuscules ne comptent pas.
code-take = C'est mon code
code-none = Je n'ai pas de code
code-nothing = Il n'y a encore rien ici. Tapez les cinq mots de votre papier.
code-few = { $count ->
    [one] Il y a { $count } mot ici. Un code a cinq mots. Ajoutez les autres à la fin.
   *[other] Il y a { $count } mots ici. Un code a cinq mots. Ajoutez les autres à la fin.
}
code-many = Il y a plus de cinq mots ici. Un code a cinq mots. Comparez avec votre papier, puis effacez ce qui est en trop.
# $at is the place of a word that nobody knows, from 1 on.
code-unknown = Nous ne connaissons pas le mot { $at }. Comparez-le avec votre papier.
# Above words that look or sound like it. At most 36 characters.
code-near = Mot { $at } : est-ce un de ces mots ?
code-mismatch = Ces cinq mots ne vont pas ensemble. Un mot est peut-être différent, ou deux mots ont changé de place. Comparez avec votre papier.
code-later-title = Bientôt
code-later = Ce code vient d'une machine plus récente. Cette machine ne peut pas encore le lire. Gardez-le : il reste bon. Vous pouvez faire toutes les leçons ici.
# In a language that has no words for codes.
code-elsewhere = Il n'y a pas encore de codes dans cette langue. Choisissez une autre langue, ou une leçon.

## After a code

welcome-back-title = Bon retour !
welcome-back-lessons = Vous avez déjà fait ces leçons :
# Lessons that this machine does not have.
welcome-back-others = { $count ->
    [one] Et { $count } leçon que cette machine n'a pas.
   *[other] Et { $count } leçons que cette machine n'a pas.
}
welcome-back-check = Vous avez aussi répondu aux questions « { $check } »
welcome-back-empty = Tout est encore à découvrir.
welcome-back-kept = Cette machine oublie tout après votre visite. Gardez votre code. Après une leçon, vous recevez un nouveau code.
# On the first page of the check of digital skills.
check-earlier = Vous avez répondu à ces questions un autre jour. Vous pouvez les refaire, ou choisir une leçon plus bas.

## On the pages to write down

slip-code = Votre code
slip-code-for = Ces cinq mots se souviennent pour vous. Un autre jour, choisissez « J'ai un code » et tapez-les.
slip-code-says = Ils disent seulement quelles leçons vous avez faites, et le résultat des questions.
slip-code-none = Après une leçon, vous recevez ici un code. Il vous permet de continuer un autre jour.
# Beside the way to the page to write down, at the end of a lesson.
slip-with-code = Avec un code, pour continuer un autre jour
# On the last screen, for whoever has learned something.
finish-code = Noter d'abord mon code
