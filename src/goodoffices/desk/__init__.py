"""What a person at a case needs: findings kept ready, tables of them, and the files of the other rooms."""
