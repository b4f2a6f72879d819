-library = library
home = Home
    .title = Home page
results = { $count } results
hello = Hello { $name }, we are very glad to see you here on this fine day, this is the { -library }
