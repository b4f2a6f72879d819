-library = library
home = Home
    .title = Home-page-of-the-kiosk-in-the-library-here
results = { $count } results
hello = Hello { $name }, this is the { -library }
