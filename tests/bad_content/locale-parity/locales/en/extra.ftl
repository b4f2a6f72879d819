more = More
