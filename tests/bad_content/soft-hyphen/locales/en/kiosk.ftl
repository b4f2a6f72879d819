-library = library
home = Home
    .title = Ho­me { "\u00AD" }
results = { $count } results
hello = Hello { $name }, this is the { -library }
