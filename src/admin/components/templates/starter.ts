import starterHtml from "./starter.liquid?raw"

/** What a new template begins with: a finished, responsive e-mail to change, not an empty page. */
export const STARTER = {
  name: "",
  subject: 'Something new for you, {{ profile.first_name | default: "friend" }}',
  preheader: "Hand-picked by {{ shop.name }}, for you.",
  html: starterHtml,
  text: null,
}
