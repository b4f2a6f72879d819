# Comment with any sign: ⚠
-library = bibliothèque
home = Accueil
    .title = Page d'accueil
results = { $count ->
    [one] { $count } résultat
   *[other] { $count } q́
 }
hello = Bonjour { $name }, voici la { -library }
