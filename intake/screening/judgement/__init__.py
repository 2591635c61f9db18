"""A trained reading of each sentence: is this about the reporter's own conduct or status?"""
