### Les mots pour les personnes qui écrivent le contenu : les consignes de `kiosk new`, et ce que `kiosk preview` montre à côté d'une page.

## Les consignes d'un nouvel élément. « ??? » est écrit devant chacune.

new-title = Titre du guide
new-purpose = Une phrase : à quoi ça sert ?
# Variables:
#   $number (number): le numéro de l'étape
new-step = Titre de l'étape { $number }
new-step-text = Ce qu'il faut faire ici, en phrases courtes
# Variables:
#   $number (number): le numéro du problème
new-stuck = Problème { $number }, comme on le dit
new-stuck-text = Une autre façon, et une personne qui peut aider
new-run-by = Qui s'occupe de ce service
new-word = Un mot que les gens utilisent
new-cost = Le prix (ou : demandez ici)
new-before = Ce qu'il faut apporter
new-counter = Que faire au guichet (ou : demandez ici)
new-phone = Que faire par téléphone (ou : demandez ici)
new-post = Que faire par la poste (ou : demandez ici)
new-online = Que faire sur internet (ou : demandez ici)
new-finder = Ce que ces questions font trouver
new-question = La question, très courte
new-answer = Une réponse à choisir
new-end = Pourquoi ces services, en une phrase
new-lesson = Titre de la leçon
new-lesson-purpose = Une phrase : que sait-on faire après ?
# $number (number): which card it is
new-card = Titre de la carte { $number }
new-card-text = Une idée, en phrases courtes
new-task = Ce qui est demandé, et comment répondre
new-hint = Ce qui met sur la voie, sans donner la réponse
new-why = Pourquoi c'est ainsi
new-because = Pourquoi, sans reproche
new-right = La bonne réponse
new-wrong = Une autre réponse
new-item = L'étape suivante, dans le bon ordre
new-pair-one = Un mot
new-pair-other = Ce qui va avec ce mot
new-question-before = La question avant la leçon
new-question-after = La même idée, avec un autre exemple
new-room = Nom de la salle, 40 signes au plus
new-room-purpose = Une phrase : que peut-on essayer ici ?
new-room-goal = Le but à atteindre
new-learned = Ce qu'il faut retenir
new-tells = Ce qui se passe maintenant
new-device = Ce qui est écrit en haut
new-line = Une ligne de texte
new-field = Quoi écrire
new-practice = Inventé, à copier
new-button = Le bon bouton
new-wrong-button = Un mauvais bouton
new-mistake = Pourquoi pas, et quoi de mieux
new-topic = Nom du thème
new-event = Ce qui s'est passé, comme on le dit
new-headword = Le mot
new-explanation = Ce que le mot veut dire, en phrases courtes
new-urgent = Quand appeler ce numéro
new-place = Le nom de ce lieu
new-street = La rue

## Ce qui est écrit à côté d'une page dans un aperçu. Les remarques elles-mêmes sont en anglais.

# Variables:
#   $count (number): le nombre de choses
preview-to-correct = { $count ->
    [one] { $count } chose à corriger
   *[other] { $count } choses à corriger
}
# La nouvelle version ne peut pas être montrée.
preview-last-good = Vous voyez la dernière bonne version.
preview-gone = Cette page n'est plus dans les fichiers.
preview-look = Regardez vos fichiers.
preview-nothing = Rien à corriger.
preview-leave = Ctrl-Q : quitter l'aperçu.
preview-more = Pour les autres : kiosk check
