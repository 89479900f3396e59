"""How well quotations are judged: drafts over the sample documents, every quotation labelled with its verdict."""
