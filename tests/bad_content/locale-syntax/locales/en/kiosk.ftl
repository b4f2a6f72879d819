-library = library
home Home
    .title = Home page
results = { $count } results
hello = Hello { $name, this is the { -library }
