import { createSign, generateKeyPairSync } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { SnsMessage } from "../../amazon-ses/sns"
import type { Answer, Call } from "./fake-api"

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 })

/**
 * What Amazon promises, from the API references of SES v2 and SNS: one message a call, refusals by the kind of
 * exception, events by SNS with a signature over named fields.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html, https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */
export const SES = {
  topic: "arn:aws:sns:eu-central-1:123456789012:engage",
  certificateUrl: "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
  certificate: keys.publicKey.export({ type: "spki", format: "pem" }).toString(),
  email: z.strictObject({
    FromEmailAddress: z.string().regex(/@/),
    Destination: z.strictObject({ ToAddresses: z.array(z.string().regex(/@/)).max(50) }),
    ReplyToAddresses: z.array(z.string()).optional(),
    Content: z.strictObject({
      Simple: z.strictObject({
        Subject: z.strictObject({ Data: z.string(), Charset: z.string() }),
        Body: z.strictObject({
          Html: z.strictObject({ Data: z.string(), Charset: z.string() }),
          Text: z.strictObject({ Data: z.string(), Charset: z.string() }),
        }),
        Headers: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).max(15),
        Attachments: z
          .array(
            z.strictObject({
              FileName: z.string().min(1).max(255),
              ContentType: z.string().max(78),
              ContentDisposition: z.enum(["ATTACHMENT", "INLINE"]),
              ContentTransferEncoding: z.enum(["BASE64", "QUOTED_PRINTABLE", "SEVEN_BIT"]),
              RawContent: z.base64(),
            })
          )
          .optional(),
      }),
    }),
    EmailTags: z.array(
      z.strictObject({
        Name: z.string().regex(/^[\w-]{1,256}$/),
        Value: z.string().regex(/^[\w-]{1,256}$/),
      })
    ),
    ConfigurationSetName: z.string().optional(),
  }),
  errors: {
    throttled: {
      status: 429,
      headers: { "x-amzn-errortype": "TooManyRequestsException" },
      body: { message: "Maximum sending rate exceeded." },
    },
    paused: {
      status: 400,
      headers: { "x-amzn-errortype": "SendingPausedException:http://internal.amazon.com/" },
      body: { message: "Email sending is paused." },
    },
    rejected: {
      status: 400,
      headers: { "x-amzn-errortype": "MessageRejected" },
      body: { message: "Email address is not verified." },
    },
  },
}

export function sesApi(call: Call): Answer {
  if (
    !/^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/ses\/aws4_request/.test(
      String(call.headers.authorization)
    )
  )
    return {
      status: 403,
      body: { message: "The security token included in the request is invalid." },
    }
  const email = SES.email.safeParse(call.body)
  if (!email.success) return { status: 400, body: { message: email.error.message } }
  return { status: 200, body: { MessageId: `id of ${email.data.Content.Simple.Subject.Data}` } }
}

/** A call of SNS, signed as Amazon does. */
export function snsWebhook(
  fields: Partial<SnsMessage>,
  now: Date,
  tamper: Partial<SnsMessage> = {}
) {
  const message = {
    Type: "Notification",
    MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
    TopicArn: SES.topic,
    Message: "{}",
    Timestamp: now.toISOString(),
    SignatureVersion: "2",
    SigningCertURL: SES.certificateUrl,
    ...fields,
  } as SnsMessage
  const names =
    message.Type === "Notification"
      ? (["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const)
      : ([
          "Message",
          "MessageId",
          "SubscribeURL",
          "Timestamp",
          "Token",
          "TopicArn",
          "Type",
        ] as const)
  const text = names.flatMap((name) => (message[name] === undefined ? [] : [name, message[name]]))
  const algorithm = message.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256"
  const Signature = createSign(algorithm)
    .update(text.join("\n") + "\n")
    .sign(keys.privateKey, "base64")
  const body = Buffer.from(JSON.stringify({ ...message, Signature, ...tamper }))
  return { body, now, headers: {} }
}
