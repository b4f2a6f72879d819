### Les mots du rapport des chiffres publiés. Une borne ne les dit pas.

## The page

report-title = Les bornes d'aide de Bruxelles, { $period }
report-language = Langue
report-visits-not-persons = Nous comptons des visites, pas des personnes. Une personne qui vient dix fois, c'est dix visites.
report-three = En trois phrases
    .month = Le mois en trois phrases
    .quarter = Le trimestre en trois phrases
    .year = L'année en trois phrases
report-seven = Sept chiffres
report-how = Comment lire
report-how-1 = La barre bleue est cette période. Les grises sont celles d'avant.
report-how-2 = Hachuré : caché pour protéger les visiteurs. Ce n'est pas zéro.
report-how-3 = « Plus » et « moins » : seulement si l'arrondi n'explique pas la différence.
report-how-4 = Ces chiffres ne classent personne, ni lieux ni visiteurs.
report-contents = Sur cette page
report-no-figure = pas de chiffre
report-percent = { $number } %
report-elsewhere = Ailleurs

## Periods. $month: its name; $quarter: 1 to 4

report-months-short = janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.
report-month = { $month } { $year }
report-quarter = { $quarter ->
    [1] 1er
    [2] 2e
    [3] 3e
   *[other] 4e
 } trimestre { $year }
report-quarter-short = T{ $quarter } { $year }

## Three sentences. $now: this figure; $before: that of the period before

report-sentence-reach =
    .more = Un contenu a été ouvert dans { $now } visites : plus qu'avant ({ $before }).
    .fewer = Un contenu a été ouvert dans { $now } visites : moins qu'avant ({ $before }).
    .same = Un contenu a été ouvert dans { $now } visites : presque comme avant ({ $before }).
    .alone = Un contenu a été ouvert dans { $now } visites.
    .none = On ne peut rien dire du nombre de visites.
report-sentence-guides =
    .more = Sur les guides commencés, { $now } % ont été lus jusqu'au bout : plus qu'avant ({ $before } %).
    .fewer = Sur les guides commencés, { $now } % ont été lus jusqu'au bout : moins qu'avant ({ $before } %).
    .same = Sur les guides commencés, { $now } % ont été lus jusqu'au bout : presque comme avant ({ $before } %).
    .alone = Sur les guides commencés, { $now } % ont été lus jusqu'au bout.
    .none = On ne peut rien dire des guides.
report-sentence-unmet =
    .more = { $now } % des recherches n'ont rien trouvé : plus qu'avant ({ $before } %).
    .fewer = { $now } % des recherches n'ont rien trouvé : moins qu'avant ({ $before } %).
    .same = { $now } % des recherches n'ont rien trouvé : presque comme avant ({ $before } %).
    .alone = { $now } % des recherches n'ont rien trouvé.
    .none = On ne peut rien dire des recherches.
report-only = Seulement : { $period }.

## Seven tiles: reading, change, and how sure

report-read-reach = Un contenu a été ouvert dans { $opened } visites sur { $visits }.
report-read-languages = La langue la plus choisie : { $language }, { $share } % des visites.
report-read-essential = { $share } % des ouvertures concernent l'administration, l'argent ou la santé.
report-read-guides = Sur les guides commencés, { $share } % ont été lus jusqu'au bout.
report-read-person = Choix pour 100 guides commencés : guichet { $counter }, téléphone { $phone }, courrier { $post }.
report-read-unmet = { $share } % des recherches n'ont rien trouvé.
report-read-availability = La moitié des bornes ont fonctionné { $middle } % de leurs heures d'ouverture, ou plus. La plus basse : { $least } %.
report-trend =
    .more = Plus qu'avant : { $before } ({ $period }).
    .fewer = Moins qu'avant : { $before } ({ $period }).
    .same = Presque comme avant : { $before } ({ $period }).
    .alone = Pas de comparaison possible.
report-change =
    .more = plus qu'avant : { $before }
    .fewer = moins qu'avant : { $before }
    .same = presque comme avant : { $before }
    .alone = pas de comparaison
report-alt-spark = De { $old } ({ $from }) à { $new } ({ $to }).
report-sure-sites = { $reporting } lieux sur { $expected }.
report-sure-count = Arrondi à un multiple de 5.
report-sure-share = Fait de nombres arrondis.
report-sure-exact = Compté par les machines, sans arrondi.
report-flag-break = La série est nouvelle à partir d'ici.
report-flag-experimental = Expérimental.
report-flag-not-collected = Existe, mais n'a pas été récolté. Ce n'est pas zéro.
report-flag-impossible = Ne peut pas exister là.
report-flag-withheld = Caché pour protéger les visiteurs. Ce n'est pas zéro.
report-flag-unreliable = Peu fiable : de petits nombres, ou une limite par jour a été atteinte.

## The nine directions

report-directions = Les neuf directions
report-directions-intro = La Région classe ses projets numériques selon cinq dimensions et quatre conditions. Les bornes ne voient qu'une partie de chacune.
report-dimension = dimension
report-condition = condition
report-can = Ce que les bornes disent :
report-cannot = Ce qu'elles ne peuvent pas dire :
report-indicators = Indicateurs :
report-conn =
    .can = Des visiteurs disent s'ils ont internet à la maison.
    .cannot = Qui a une connexion à Bruxelles, et si elle est rapide.
report-hc =
    .can = Ce que les personnes qui font le bilan ont fait en ligne récemment. Quelles leçons ont été terminées.
    .cannot = Les compétences des Bruxellois. Personne ne sait qui fait le bilan, ni combien de fois.
report-ui =
    .can = Quels services les gens cherchent, et combien de fois.
    .cannot = S'ils utilisent ces services ensuite.
report-idt =
    .can = Rien : les bornes sont pour les habitants.
    .cannot = Comment les entreprises utilisent le numérique.
report-dps =
    .can = Où les habitants réussissent, où ils s'arrêtent, et quand ils veulent une personne.
    .cannot = Si la demande a réussi auprès du service lui-même.
report-c1 =
    .can = Combien de visites touchent plusieurs niveaux de pouvoir.
    .cannot = Si les administrations travaillent bien ensemble.
report-c2 =
    .can = Quels contenus les lieux partagent, et si les machines fonctionnent.
    .cannot = Ce que le partage coûte ou épargne.
report-c3 =
    .can = Dans quelle langue, quand et où les gens viennent, et avec quelle aide.
    .cannot = Qui ne vient pas. Aucun lieu n'est meilleur : l'endroit et les heures décident.
report-c4 =
    .can = Ce que les gens ouvrent dans chaque langue. Les compétences selon la règle européenne, dans des formats européens.
    .cannot = D'où viennent les gens : personne ne le demande.

report-among = { $name } et d'autres

## Charts: what one sees. $value: a figure; $name: what it is about

report-chart-silent = { $what } : pas de valeur ({ $why })
report-chart-none = { $what } : { report-no-figure }
report-chart-home-net = Internet à la maison, la réponse la plus souvent donnée : { $name } ({ $value })
report-chart-areas = Bilans au niveau de base ou plus, le domaine le plus fort : { $name }, { $value } %
report-chart-lessons = La leçon la plus souvent terminée : { $name } ({ $value })
report-chart-ages = L'âge le plus souvent donné : { $name } ({ $value })
report-chart-visits = { $visits } visites ; un contenu a été ouvert dans { $opened }
report-chart-reach = { $value } visites avec un contenu ouvert, par 100 heures d'ouverture des bornes
report-chart-demand = Le plus souvent ouvert : { $name } ({ $value } fois)
report-chart-guides = { $value } % des guides commencés ont été lus jusqu'au bout
report-chart-guide-services = Le guide le moins lu jusqu'au bout : { $name }, { $value } %
report-chart-steps = La plus grande part d'arrêts à une étape : { $name }, { $value } %
report-chart-person = Pour 100 guides commencés : guichet { $counter }, téléphone { $phone }, courrier { $post }
report-chart-unmet = { $value } % des recherches n'ont rien trouvé
report-chart-topics = Sans résultat, le thème le plus choisi : { $name } ({ $value })
report-chart-levels = { $value } % des visites avec un contenu ouvert touchent plusieurs niveaux de pouvoir
report-chart-sites = { $reporting } lieux sur { $expected } ont envoyé leurs chiffres
report-chart-availability = La moitié des bornes : { $middle } % ou plus ; la plus basse : { $least } %
report-chart-languages = La langue la plus choisie : { $name }, { $value } % des visites
report-chart-map = Les lieux dans leur commune : jusqu'à { $value } visites dans un lieu
report-chart-panels = L'évolution des visites de chaque lieu, commune par commune
report-chart-day-parts = Le plus de visites : { $name } ({ $value })
report-chart-aids = L'aide la plus utilisée : { $name }, { $value } %
report-chart-by-language = Le plus ouvert dans une langue : { $name }, { $language } ({ $value })

report-measure-answers = Réponses volontaires
report-measure-checks = Bilans au niveau de base ou plus, % des bilans complets
report-measure-lessons = Leçons terminées
report-measure-visits = Visites
report-measure-rate = Visites avec un contenu ouvert, par 100 heures d'ouverture des bornes
report-measure-openings = Ouvertures
report-measure-guides = Lus jusqu'au bout, % des guides commencés
report-measure-steps = Arrêts à cette étape, % des guides commencés
report-measure-person = Choix d'une voie vers une personne, par 100 guides commencés
report-measure-searches = Recherches sans résultat, % des recherches
report-measure-choices = Choix
report-measure-levels = Plusieurs niveaux, % des visites avec un contenu ouvert
report-measure-sites = Lieux
report-measure-availability = Temps où chaque borne fonctionne, % de ses heures d'ouverture
report-measure-languages = Visites dans une langue, % des visites
report-measure-visits-site = Visites dans chaque lieu
report-measure-aids = Visites avec une aide, % des visites avec un contenu ouvert
report-measured = { $what }, { $when }
report-from-to = { $from } à { $to }

## Facts without a chart

report-fact-checks = Sur les bilans commencés, { $value } % ont été terminés ({ $period }).
report-fact-shared = { $value } % des services ont la même version dans deux lieux ou plus ({ $period }).
report-fact-essential = { $value } % des ouvertures concernent des services essentiels ({ $period }).
report-fact-assisted = Quelqu'un a aidé dans { $value } % des visites avec un contenu ouvert ({ $period }).
report-fact-outside = { $value } % des visites ont eu lieu le soir ou le week-end ({ $period }).
report-fact-first = « Première fois ici » : { $value } % de ceux qui ont répondu ({ $period }).
report-fact-other-languages = { $value } % des visites : ni en français, ni en néerlandais, ni en anglais ({ $period }).

report-alt = Graphique : { $title }. Les nombres sont dans le tableau.
report-to-table = Tableau des nombres
report-nothing-to-draw = Rien à dessiner : toutes les valeurs sont cachées ou n'ont pas été récoltées.
report-hatched = Hachuré : caché pour protéger les visiteurs. Ce n'est pas zéro.
report-more-in-table = Le tableau contient la suite.
report-no-ranking = Ce n'est pas un classement des lieux : l'endroit et les heures décident.
report-top-line = La ligne du haut de chaque case : { $number }
report-up-to = jusqu'à { $number }

## Tables

report-tables = Tableaux
report-tables-intro = Une lettre derrière un nombre dit comment le lire. Un tiret : il n'y a pas de chiffre.
report-column-name = Quoi
report-column-value = Valeur
report-column-period = Période
report-column-site = Lieu
report-column-commune = Commune
report-column-kiosk = Borne
report-column-indicator = Indicateur
report-column-area = Territoire
report-column-year = Année de l'enquête
report-column-percent = Habitants de 16 à 74 ans
report-column-source = Source

## Method

report-method = Comment les chiffres sont faits
report-method-1 = L'unité est la visite. La borne ne reconnaît personne et ne garde aucune liste de visites.
report-method-2 = Chaque borne garde des compteurs par mois. Rien de ce que l'on tape n'est gardé.
report-method-3 = Les bornes clôturent leurs mois. Le coordinateur les additionne.
report-method-4 = Chaque nombre est arrondi à un multiple de 5. Un tirage secret décide : vers le haut ou vers le bas. L'écart avec le vrai nombre est de 4 au plus.
report-method-5 = En dessous de 10, les nombres sont cachés. Pour les réponses sur soi-même et les aides, en dessous de 20.
report-method-6 = Les nombres comptés sur moins de 5 jours sont cachés aussi. Ceux qui en trahiraient d'autres également.
report-method-7 = Les totaux sont arrondis à part. Les parties ne donnent donc pas toujours le total.
report-method-8 = Les parts sont faites avec les seuls nombres publiés. Si l'un d'eux est caché, la part l'est aussi. Si le total est sous 50, la part est cachée. De 50 à 99, elle a un avertissement. Pour les étapes d'un guide, il faut un total d'au moins 100. Pour les visites par 100 heures d'ouverture, ces nombres concernent les visites. Les chiffres sur les machines et les contenus ne sont pas arrondis.
report-method-9 = « Plus » et « moins » ne sont dits que si l'arrondi n'explique pas la différence.
report-misuse = À quoi ces chiffres ne doivent pas servir
report-misuse-1 = Pas de classement des bibliothèques. L'endroit, la salle et les heures décident.
report-misuse-2 = Pas d'objectif pour les voies vers une personne. La loi garde le guichet, le téléphone et le courrier ouverts.
report-misuse-3 = Pas de résultat d'une personne montré au personnel, et pas de recherche pour le trouver.
report-misuse-4 = Pas de lien avec les cartes de prêt, les caméras ou le wifi.
report-misuse-5 = Pas de vue par langue pour le personnel d'un lieu.
report-misuse-6 = Pas d'expériences sur les visiteurs.
report-misuse-7 = Pas d'autres tableaux sur demande. Chaque nouveau tableau peut en trahir un ancien.

## Definitions, official figures, cautions

report-definitions = Définitions des indicateurs
report-official = Chiffres officiels, et comment les lire
report-official-intro = Ils concernent des habitants interrogés chez eux. Ils ne mesurent pas les visites à une borne.
report-area-be1 = Bruxelles
report-area-be = Belgique
report-area-eu27-2020 = Union européenne
report-computed = calculé ici selon la règle de la source
report-caveats = Prudence avec le bilan des compétences
report-caveats-intro = Le bilan suit la règle d'Eurostat. Ne le comparez jamais au chiffre officiel comme si c'était la même chose.
report-caveat-1 = Les personnes qui font le bilan l'ont choisi. L'enquête tire des ménages au sort.
report-caveat-2 = Nous comptons des bilans, pas des personnes. On peut le faire deux fois.
report-caveat-3 = L'écran est public, et quelqu'un aide parfois.
report-caveat-4 = Seuls les bilans de 16 à 74 ans se mettent à côté du chiffre officiel.
report-caveat-5 = Le bilan demande ce que l'on a fait, pas ce que l'on sait faire.
report-caveat-6 = Le chiffre officiel de Bruxelles est lui aussi incertain de plusieurs points.
report-caveat-7 = La liste des activités change avec les années. La nôtre est celle de 2025.
report-caveat-8 = Qui n'est jamais en ligne vient rarement. Qui n'a pas besoin d'aide ne vient pas non plus.
