"""Study packs (*tập tài liệu sinh hoạt*): what a branch or a trainer makes of passages."""
