import type { MedusaContainer } from "@medusajs/framework/types"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"

type Api = { post: (url: string, body: unknown) => Promise<{ data: { token: string } }> }

/** Headers of a new admin user, signed in as a person would be. */
export async function adminHeaders(
  api: Api,
  container: MedusaContainer,
  email = "admin@engage.example"
): Promise<{ headers: Record<string, string> }> {
  const login = { email, password: "correct horse battery" }
  const { data } = await api.post("/auth/user/emailpass/register", login)
  const { auth_identity_id } = JSON.parse(
    Buffer.from(data.token.split(".")[1], "base64url").toString()
  )
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: auth_identity_id, userData: { email: login.email } },
  })
  const signedIn = await api.post("/auth/user/emailpass", login)
  return { headers: { authorization: `Bearer ${signedIn.data.token}` } }
}
