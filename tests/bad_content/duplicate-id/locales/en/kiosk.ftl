-library = library
home = Home
home = Start
    .title = Home page
results = { $count } results
hello = Hello { $name }, this is the { -library }
