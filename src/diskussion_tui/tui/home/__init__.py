"""Home: begin, go on, practise, and find past discussions."""
