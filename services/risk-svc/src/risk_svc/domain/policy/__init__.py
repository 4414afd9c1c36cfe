"""The rules that are data: the facts they read, the answer they give, who proposes and who approves them."""
