import { CodeEditor, SquaresPlus } from "@medusajs/icons"
import { clx, Container, Heading, Skeleton, Text, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { channelForm } from "../../../types/channel-form"
import { SENDING_CHANNELS, type SendingChannel } from "../../../types/common"
import { useReadyTemplates } from "../../hooks/api/content"
import { type TemplateInput, useSaveTemplate } from "../../hooks/api/templates"
import { DEFAULT_STYLE } from "../../lib/new-blocks"
import { STEP_KINDS } from "../campaigns/steps/step-kinds"
import { ErrorState } from "../common/states"
import { useNewBlock } from "../editor/use-new-block"
import { MessagePicture } from "../message/message-picture"
import { ImportDrawer } from "./import-drawer"
import { STARTER } from "./starter"

/** What the words of a new short message are filled in with. */
const fill = {
  name: '{{ profile.first_name | default: "friend" }}',
  url: "{{ shop.url }}",
  interpolation: { escapeValue: false },
}
const starterCard = (channel: SendingChannel, label: string) => ({
  image: "",
  link: channel === "push" ? "{{ shop.url }}" : "",
  buttons: channelForm(channel).buttons ? [{ label, url: "{{ shop.url }}" }] : [],
})

const SHORT_CHANNELS = SENDING_CHANNELS.filter((channel) => channel !== "email")

/** What a new template can begin with; choosing one makes it and opens the editor. */
export function TemplateGallery() {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const save = useSaveTemplate()
  const make = useNewBlock()
  const { data, error, refetch } = useReadyTemplates()

  const begin = (input: TemplateInput) =>
    save.mutate(input, {
      onSuccess: ({ template }) => navigate(`/engage/templates/${template.id}/edit`),
      onError: (failure) => void toast.error(failure.message),
    })
  const blank = (): TemplateInput => ({
    name: t("templates.gallery.blankName"),
    subject: STARTER.subject,
    preheader: "",
    html: "",
    text: null,
    document: {
      version: 1,
      style: DEFAULT_STYLE,
      blocks: [make("heading"), make("text"), make("footer")],
    },
  })

  const short = (channel: SendingChannel): TemplateInput => {
    const { title, body } = channelForm(channel)
    return {
      channel,
      name: t(`short.new.${channel}.name`),
      subject: title ? t(`short.new.${channel}.subject`, fill) : "",
      preheader: "",
      html: "",
      text: t(`short.new.${channel}.text`, fill),
      card: body === "card" ? starterCard(channel, t(`short.new.${channel}.button`)) : null,
    }
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("templates.gallery.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("templates.gallery.hint")}
          </Text>
        </div>
        <ImportDrawer />
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <>
          <div className="grid grid-cols-1 gap-3 p-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
            <Start
              icon={<SquaresPlus />}
              name={t("templates.gallery.blank")}
              description={t("templates.gallery.blankHint")}
              disabled={save.isPending}
              onClick={() => begin(blank())}
            />
            {SHORT_CHANNELS.map((channel) => {
              const { icon: Icon } = STEP_KINDS[channel]
              return (
                <Start
                  key={channel}
                  icon={<Icon />}
                  name={t(`short.new.${channel}.title`)}
                  description={t(`short.new.${channel}.hint`)}
                  disabled={save.isPending}
                  onClick={() => begin(short(channel))}
                />
              )
            })}
            <Start
              icon={<CodeEditor />}
              name={t("templates.gallery.html")}
              description={t("templates.gallery.htmlHint")}
              disabled={save.isPending}
              onClick={() =>
                begin({ ...STARTER, name: t("templates.gallery.htmlName"), document: null })
              }
            />
          </div>
          <div className="grid grid-cols-1 gap-4 p-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
            {!data &&
              Array.from({ length: 8 }, (_, at) => (
                <Skeleton key={at} className="h-[340px] rounded-lg" />
              ))}
            {data?.map(({ key, name, description, subject, preheader, document, html }) => (
              <Ready
                key={key}
                name={name}
                description={description}
                disabled={save.isPending}
                onClick={() => begin({ name, subject, preheader, html: "", text: null, document })}
              >
                <MessagePicture
                  html={html}
                  title={t("templates.picture", { name })}
                  className="h-full"
                />
              </Ready>
            ))}
          </div>
        </>
      )}
    </Container>
  )
}

type CardProps = {
  name: string
  description: string
  disabled: boolean
  onClick: () => void
}

const CARD =
  "bg-ui-bg-component shadow-elevation-card-rest hover:shadow-elevation-card-hover focus-within:shadow-borders-focus relative overflow-hidden rounded-lg transition-shadow"

/** An empty message of a channel. */
function Start({ icon, ...words }: CardProps & { icon: ReactNode }) {
  return (
    <div className={clx(CARD, "flex items-start gap-x-3 p-3")}>
      <div className="bg-ui-bg-subtle text-ui-fg-subtle rounded-md border p-2">{icon}</div>
      <Words {...words} />
    </div>
  )
}

/** A finished message, with its picture. */
function Ready({ children, ...words }: CardProps & { children: ReactNode }) {
  return (
    <div className={clx(CARD, "flex flex-col")}>
      <div className="bg-ui-bg-subtle h-[260px] overflow-hidden">{children}</div>
      <div className="flex-1 border-t p-3">
        <Words {...words} />
      </div>
    </div>
  )
}

function Words({ name, description, disabled, onClick }: CardProps) {
  return (
    <div className="flex flex-col gap-y-1">
      <button
        type="button"
        disabled={disabled}
        onClick={onClick}
        className="txt-compact-small-plus text-ui-fg-base text-left outline-none after:absolute after:inset-0"
      >
        {name}
      </button>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {description}
      </Text>
    </div>
  )
}
