"""The commands of `./dev`, for whoever works on the project; nothing of the site imports them."""
