// The button that prints a page.

import { byId } from "./dom.js";

byId("print")?.addEventListener("click", () => print());
