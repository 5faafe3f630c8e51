// Enhancement only: every page works without it. The classes come first, or GOV.UK Frontend does not start;
// they are usually set by an inline script, which our Content-Security-Policy does not allow.
import { initAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
initAll();
