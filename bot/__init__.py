"""Rolecall: a recruiting chatbot that answers, screens and summarizes from one role brief."""
