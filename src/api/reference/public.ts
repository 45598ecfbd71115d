import { z } from "@medusajs/framework/zod"
import { PushSignUp, Subscribe, UpdateOwnProfile } from "../store/engage/validators"
import type { PublicRoute } from "./entry"

const page = { description: "A page", type: "text/html" } as const
const unknown = {
  description: "A page that says the link is not valid",
  type: "text/html",
} as const

/** What the links of a message lead to. */
export const publicRoutes: Record<string, PublicRoute> = {
  "GET /engage/c/:token/:link": {
    summary: "Record a click and lead on to the link's target",
    answers: { 302: { description: "To the target" }, 404: unknown },
  },
  "GET /engage/o/:token": {
    summary: "Record an opening",
    details: "Whatever the token is, the answer is the same picture of one pixel.",
    answers: { 200: { description: "A transparent pixel", type: "image/gif" } },
  },
  "GET /engage/u/:token": {
    summary: "Ask whether to unsubscribe; changes nothing",
    answers: { 200: page, 404: unknown },
  },
  "POST /engage/u/:token": {
    summary: "Unsubscribe",
    details:
      "Without `scope` it is a mail program's one-click request (RFC 8058) and means the channel.",
    form: z.object({ scope: z.enum(["topic", "channel"]).optional() }),
    answers: { 200: page, 404: unknown },
  },
  "GET /engage/p/:token": {
    summary: "The preference page; changes nothing",
    answers: { 200: page, 404: unknown },
  },
  "POST /engage/p/:token": {
    summary: "Save which topics a person wants",
    form: z.object({ topics: z.array(z.string()).optional() }),
    answers: { 200: page, 404: unknown },
  },
  "GET /engage/v/:token": {
    summary: "The message as its person got it, as a page",
    answers: { 200: page, 404: unknown },
  },
  "GET /engage/t/:file": {
    summary:
      "The storefront scripts: `engage.js`; `push.js` and its service worker `push-worker.js`",
    answers: {
      200: { description: "The script", type: "text/javascript" },
      404: { description: "There is no such file", type: "application/json" },
    },
  },
  "GET /engage/t/rules": {
    summary: "Which clicks in the storefront are events",
    details:
      "For the storefront script: name `n`, selector `s`, part of the address `p`, whether text is kept `t`.",
    answers: { 200: { description: "The rules that are on", type: "application/json" } },
  },
  "POST /engage/t/events": {
    summary: "Events of the storefront script",
    details:
      "JSON as plain text, with the publishable API key in it. A customer's login (bearer token or session) proves who the " +
      "visitor is. Robots are thanked and not counted.",
    answers: {
      200: {
        description: "What became of the events; those accepted are committed",
        type: "application/json",
      },
      204: { description: "A robot" },
      400: {
        description: "The body is not what the script sends, or the key is unknown",
        type: "application/json",
      },
      403: { description: "The origin is not one of the shop's", type: "application/json" },
      429: { description: "Too many requests from this address", type: "application/json" },
    },
  },
  "POST /engage/in/:source": {
    summary: "A call of an inbound source",
    details:
      "JSON in the sender's own shape; the source's mapping says what is what. Prove who you are by the source's secret: " +
      "`Authorization: Bearer …`, or `X-Engage-Signature: sha256=…` with the HMAC-SHA256 of the body in hex.",
    answers: {
      200: {
        description: "What became of the events; those accepted are committed",
        type: "application/json",
      },
      401: { description: "Wrong address, secret or signature", type: "application/json" },
      409: { description: "The source is switched off", type: "application/json" },
    },
  },
  "POST /engage/hooks/:provider": {
    summary: "A webhook of a provider: delivered, bounced, complained about, answered with “stop”",
    details:
      "In the provider's own shape, signed as the provider signs. What is told twice counts once; a report about no message of ours changes nothing.",
    answers: {
      200: {
        description:
          "`{ known }`: how many reports were about messages of ours; they are committed",
        type: "application/json",
      },
      401: { description: "Not signed by the provider", type: "application/json" },
      404: {
        description: "The shop sends by another provider, or has no webhook secret",
        type: "application/json",
      },
    },
  },
  "GET /engage/confirm/:token": {
    summary: "Ask whether to confirm a subscription; changes nothing",
    answers: {
      200: page,
      404: unknown,
      410: { description: "The link has expired", type: "text/html" },
    },
  },
  "POST /engage/confirm/:token": {
    summary: "Confirm a subscription",
    answers: {
      200: page,
      404: unknown,
      410: { description: "The link has expired", type: "text/html" },
    },
  },
  "POST /store/engage/subscribe": {
    summary: "A sign-up form: send a mail that asks to confirm",
    details:
      "Needs the publishable key. The answer is the same for every address. What the form says of the person is written once they have confirmed.",
    form: Subscribe,
    answers: {
      202: { description: "`{ accepted: true }`", type: "application/json" },
      400: { description: "The address or a topic is wrong", type: "application/json" },
    },
  },
  "GET /store/engage/carts/:token": {
    summary: "The cart that a message leads back to",
    details:
      "Needs the publishable key. The token is `engage_cart` of the address that a message led to; keep the answered id as the visitor's cart. Carts that were ordered or are gone are not answered.",
    answers: {
      200: { description: "`{ cart: { id } }`", type: "application/json" },
      404: { description: "There is no such open cart", type: "application/json" },
    },
  },
  "POST /engage/m/:token/:action": {
    summary: "A device has `shown` a push message, or its person `opened` or `dismissed` it",
    details:
      "The service worker calls it; an app calls the address that came as `report` in the message's data. Shown counts as delivered.",
    answers: {
      200: { description: "Noted", type: "application/json" },
      404: { description: "No such message or action", type: "application/json" },
    },
  },
  "GET /store/engage/push": {
    summary: "What a browser signs up for push messages with",
    answers: {
      200: {
        description: "`{ public_key }`: the shop's VAPID key, null when it sends none to browsers",
        type: "application/json",
      },
    },
  },
  "POST /store/engage/push": {
    summary: "A browser or app takes push messages from now on",
    details:
      "`subscription` is what the browser's `PushSubscription` says, `token` an app's registration token. It belongs to the customer who is signed in, else to whoever the tracker's `visitor` is or turns out to be, and counts as their consent.",
    form: PushSignUp,
    answers: {
      200: { description: "`{ subscribed: true }`", type: "application/json" },
      400: { description: "Not the address of a push service", type: "application/json" },
    },
  },
  "DELETE /store/engage/push": {
    summary: "A browser or app, given as `?address=`, takes no more",
    details: "With the last one, the person has said no to push messages.",
    answers: { 200: { description: "`{ subscribed: false }`", type: "application/json" } },
  },
  "GET /store/engage/telegram": {
    summary: "The link to the shop's bot by which it is known who joins",
    details:
      "Of the customer who is signed in, or of the tracker's `?visitor=`. `{ url }` is null when there is no bot, or nobody known.",
    answers: { 200: { description: "`{ url }`", type: "application/json" } },
  },
  "GET /store/engage/whatsapp": {
    summary: "The link by which somebody agrees to WhatsApp messages",
    details:
      "Of the customer who is signed in, or of the tracker's `?visitor=`. It opens WhatsApp with a message to the shop that says who they are; sending it from the number that the shop knows is their yes. `{ url }` is null when the shop has no WhatsApp, or nobody is known.",
    answers: { 200: { description: "`{ url }`", type: "application/json" } },
  },
  "GET /store/engage/messages": {
    summary: "Messages that wait for somebody in the shop, the oldest first",
    details:
      "Needs the publishable key, and a customer's login or `?visitor=` with the tracker's visitor. Whoever is not known has none. `?place=` names where in the shop they are to be shown (`corner` for those without a place of their own); all places when left out. What is answered counts as delivered.",
    answers: {
      200: {
        description:
          "`{ messages }`: id, title, text, image, link, buttons, place, seen and at of each",
        type: "application/json",
      },
    },
  },
  "POST /store/engage/messages/:id/:action": {
    summary: "A message was `seen`, `clicked` or `dismissed`",
    details: "One that was clicked or dismissed waits no more. Telling it again changes nothing.",
    answers: {
      200: { description: "Noted", type: "application/json" },
      404: { description: "No such message or action", type: "application/json" },
    },
  },
  "GET /store/engage/profile": {
    summary: "What a signed-in customer has said of themselves, and how complete it is",
    answers: { 200: { description: "`{ profile }`", type: "application/json" } },
  },
  "POST /store/engage/profile": {
    summary: "Change what a signed-in customer says of themselves",
    form: UpdateOwnProfile,
    answers: {
      200: { description: "`{ profile }`", type: "application/json" },
      400: { description: "A value is wrong", type: "application/json" },
    },
  },
}
