home = Home
results = Results
hello = Hello { $nam }, this is the library
