import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page, SendingChannel } from "../../../types/common"
import type { MessageDocument } from "../../../types/document"
import type {
  Attachment,
  ImportAs,
  ImportedTemplate,
  ListedTemplate,
  MessageCard,
  Template,
  TemplateLanguage,
  TemplatePicture,
  TemplatePreview,
  TemplateVariable,
  UsedTemplate,
} from "../../../types/content"
import { del, get, post, upload } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"
import { useForCampaign } from "../use-for-campaign"

export const templatesQueryKeys = queryKeys("templates")

export type TemplateInput = {
  /** Of a new template; e-mail when left out. */
  channel?: SendingChannel
  name: string
  subject: string
  preheader: string
  html: string
  text: string | null
  /** Picture, link and buttons; `null` for e-mail and text messages. */
  card?: MessageCard | null
  /** The message as blocks; `null` when it is written as HTML. */
  document?: MessageDocument | null
  languages?: TemplateLanguage[]
  /** Of e-mail, in all its languages. */
  attachments?: Attachment[]
}

/** One page of templates. */
export function useTemplates(query: {
  q?: string
  channel?: SendingChannel
  folder?: string
  tag?: string
  archived?: true
  limit?: number
  cursor?: string
}) {
  return useQuery({
    queryKey: templatesQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"templates", ListedTemplate>>("/templates", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** How the e-mails of one page look, by id. */
export function useTemplatePictures(templates: ListedTemplate[] | undefined) {
  const ids = templates?.filter(({ channel }) => channel === "email").map(({ id }) => id) ?? []
  return useQuery({
    queryKey: templatesQueryKeys.list({ pictures: ids }),
    queryFn: async ({ signal }) => {
      const { pictures } = await get<{ pictures: TemplatePicture[] }>(
        "/templates/pictures",
        { ids: ids.join(",") },
        signal
      )
      return new Map(pictures.map(({ id, html }) => [id, html]))
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** One template with its content. */
export function useTemplate(id: string | undefined) {
  return useQuery({
    queryKey: templatesQueryKeys.detail(id ?? ""),
    queryFn: async ({ signal }) =>
      (await get<{ template: UsedTemplate }>(`/templates/${id}`, undefined, signal)).template,
    enabled: Boolean(id),
  })
}

/** Makes a template of a file from another tool. */
export function useImportTemplate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, as }: { file: File; as: ImportAs }) => {
      const form = new FormData()
      form.append("file", file, file.name)
      return upload<ImportedTemplate>(`/templates/import?as=${as}`, form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQueryKeys.all }),
  })
}

/** Puts a file where the shop keeps its files, so that it can go along with e-mail. */
export function useAttachFile() {
  return useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData()
      form.append("file", file, file.name)
      return (await upload<{ attachment: Attachment }>("/attachments", form)).attachment
    },
  })
}

/**
 * Content rendered for one person in their language, or with samples in the given one when nobody is chosen. Mistakes come
 * back as `problems`.
 */
export function useTemplatePreview(
  content: Omit<TemplateInput, "name">,
  profileId: string | undefined,
  language: string | null = null
) {
  const campaign_id = useForCampaign()
  const body = { ...content, profile_id: profileId, campaign_id, language }
  return useQuery({
    queryKey: templatesQueryKeys.detail("preview", "preview", body),
    queryFn: ({ signal }) => post<TemplatePreview>("/templates/preview", body, signal),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  })
}

/** What can stand in `{{ }}`, with values of one person as samples, and of what last let somebody into the campaign. */
export function useTemplateVariables(profileId?: string) {
  const campaign_id = useForCampaign()
  return useQuery({
    queryKey: templatesQueryKeys.list({ variables: profileId ?? "", campaign_id }),
    queryFn: async ({ signal }) =>
      (
        await get<{ variables: TemplateVariable[] }>(
          "/templates/variables",
          { profile_id: profileId, campaign_id },
          signal
        )
      ).variables,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Creates a template, or changes the one whose id is given. */
export function useSaveTemplate(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Partial<TemplateInput>) =>
      post<{ template: Template }>(id ? `/templates/${id}` : "/templates", input),
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQueryKeys.all }),
  })
}

/** Deletes a template; the API refuses while a broadcast or a campaign uses it. */
export function useDeleteTemplate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => del(`/templates/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQueryKeys.lists() }),
  })
}
