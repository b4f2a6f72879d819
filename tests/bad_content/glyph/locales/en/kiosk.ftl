-library = library
home = Home
    .title = Home page 🏠
results = { $count } results
hello = { "\u2691" } Hello { $name }, this is the { -library }
