"""From questions to cited passages: understand → retrieve → rank → cite → answer over HTTP."""
