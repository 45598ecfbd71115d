import { useEditorState, type Editor } from "@tiptap/react"
import { Brackets, Link as LinkIcon, ListBullet } from "@medusajs/icons"
import { Button, IconButton, Input, Label, Popover, clx } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTemplateVariables } from "../../hooks/api/templates"
import { Picker } from "../picker/picker"
import { fallbackOf } from "../templates/variable-picker"
import { useMessageEditor } from "./editor-context"

type RichToolbarProps = { editor: Editor; plain: boolean }

const MARKS = [
  { name: "bold", letter: <b>B</b> },
  { name: "italic", letter: <i>I</i> },
  { name: "underline", letter: <u>U</u> },
  { name: "strike", letter: <s>S</s> },
] as const

/** Formatting of the text that is being written. */
export function RichToolbar({ editor, plain }: RichToolbarProps) {
  const { t } = useTranslation("engage")
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      Object.fromEntries(
        [...MARKS.map(({ name }) => name), "link", "bulletList", "orderedList"].map((name) => [
          name,
          current.isActive(name),
        ])
      ),
  })

  return (
    <div
      role="toolbar"
      aria-label={t("editor.rich.toolbar")}
      className="bg-ui-bg-base shadow-elevation-flyout absolute -top-12 left-0 z-20 flex items-center gap-x-0.5 rounded-lg p-1"
    >
      {MARKS.map(({ name, letter }) => (
        <Tool
          key={name}
          label={t(`editor.rich.${name}`)}
          active={active[name]}
          onClick={() => editor.chain().focus().toggleMark(name).run()}
        >
          <span className="w-4 text-center font-serif text-[14px] leading-4">{letter}</span>
        </Tool>
      ))}
      {!plain && (
        <>
          <Tool
            label={t("editor.rich.bulletList")}
            active={active.bulletList}
            onClick={() => editor.chain().focus().toggleBulletList().run()}
          >
            <ListBullet />
          </Tool>
          <Tool
            label={t("editor.rich.orderedList")}
            active={active.orderedList}
            onClick={() => editor.chain().focus().toggleOrderedList().run()}
          >
            <span className="w-4 text-center text-[12px] leading-4">1.</span>
          </Tool>
        </>
      )}
      <LinkTool editor={editor} active={active.link} />
      <VariableTool editor={editor} />
    </div>
  )
}

type ToolProps = { label: string; active?: boolean; onClick?: () => void; children: ReactNode }

function Tool({ label, active, onClick, children }: ToolProps) {
  return (
    <IconButton
      type="button"
      size="small"
      variant="transparent"
      title={label}
      aria-label={label}
      aria-pressed={Boolean(active)}
      // Keeps the selection in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      className={clx(active && "bg-ui-bg-base-pressed")}
    >
      {children}
    </IconButton>
  )
}

function LinkTool({ editor, active }: { editor: Editor; active?: boolean }) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [href, setHref] = useState("")
  const change = (next: boolean) => {
    if (next) setHref((editor.getAttributes("link").href as string | undefined) ?? "https://")
    setOpen(next)
  }
  const apply = (address: string) => {
    const chain = editor.chain().focus().extendMarkRange("link")
    if (address) chain.setMark("link", { href: address }).run()
    else chain.unsetMark("link").run()
    setOpen(false)
  }

  return (
    <Popover open={open} onOpenChange={change} modal>
      <Popover.Trigger asChild>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          title={t("editor.rich.link")}
          aria-label={t("editor.rich.link")}
          className={clx(active && "bg-ui-bg-base-pressed")}
        >
          <LinkIcon />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content
        aria-label={t("editor.rich.link")}
        className="flex w-[300px] flex-col gap-y-2 p-3"
        collisionPadding={8}
      >
        <Label size="small" htmlFor="rich-link">
          {t("editor.rich.address")}
        </Label>
        <Input
          id="rich-link"
          size="small"
          value={href}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") apply(href.trim())
          }}
        />
        <div className="flex justify-end gap-x-2">
          <Button size="small" variant="secondary" onClick={() => apply("")}>
            {t("editor.rich.removeLink")}
          </Button>
          <Button size="small" onClick={() => apply(href.trim())}>
            {t("editor.rich.applyLink")}
          </Button>
        </div>
      </Popover.Content>
    </Popover>
  )
}

function VariableTool({ editor }: { editor: Editor }) {
  const { t } = useTranslation("engage")
  const { profileId } = useMessageEditor()
  const { data: variables = [], isFetching } = useTemplateVariables(profileId)
  const inText = variables.filter(({ group }) => group !== "products")

  return (
    <Picker
      label={t("templates.variables")}
      loading={isFetching}
      options={inText.map((variable) => ({
        value: variable.path,
        label: variable.label,
        group: t(`templates.variableGroup.${variable.group}`),
        detail: variable.path,
        hint: variable.sample.length > 18 ? `${variable.sample.slice(0, 17)}…` : variable.sample,
      }))}
      onPick={(path) => {
        const variable = inText.find((candidate) => candidate.path === path)
        if (!variable) return
        const fallback = fallbackOf(variable, t("templates.fallback"))
        const attrs = { path, fallback, format: variable.format }
        editor.chain().focus().insertContent({ type: "variable", attrs }).run()
      }}
      trigger={
        <Button
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("templates.insertVariable")}
        >
          <Brackets />
          {t("editor.rich.variable")}
        </Button>
      }
    />
  )
}
