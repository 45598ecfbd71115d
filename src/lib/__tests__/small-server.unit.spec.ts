import net from "node:net"
import { MedusaError } from "@medusajs/framework/utils"
import { SmallServer, jsonAnswer, readBody } from "../small-server"

const MOST = 1024
let server: SmallServer
let port: number
let asked = 0
let refused = 0
const failures: string[] = []
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

beforeAll(async () => {
  server = new SmallServer({
    option: "test.port",
    port: 0,
    host: "localhost",
    logger: { info: () => undefined, error: (_, error) => failures.push(String(error)) } as never,
    purpose: "a test",
    answer: (req) => {
      asked += 1
      return readBody(req, MOST).then(
        (body) => jsonAnswer(200, { bytes: body.length }),
        (error) => {
          refused += 1
          if (!(error instanceof MedusaError)) throw error
          return jsonAnswer(400, { message: error.message })
        }
      )
    },
  })
  port = await server.start()
})

afterAll(() => server.stop())

const post = async (body: string) => {
  const answer = await fetch(`http://localhost:${port}/`, { method: "POST", body })
  return { status: answer.status, body: await answer.json() }
}

describe("the body of a request", () => {
  it("is read whole, in one piece or in many", async () => {
    expect(await post("")).toEqual({ status: 200, body: { bytes: 0 } })
    expect(await post("x".repeat(MOST))).toEqual({ status: 200, body: { bytes: MOST } })
  })

  it("is refused when it is too long, and the caller is told so", async () => {
    const told = {
      status: 400,
      body: { message: `body: at most ${MOST} bytes; send it in several requests` },
    }
    expect(await post("x".repeat(MOST + 1))).toEqual(told)
    expect(await post("x".repeat(5_000_000))).toEqual(told)
  })

  it("is given up, without a word in the log, when the caller hangs up in the middle of it", async () => {
    const before = asked
    const given = refused
    const socket = net.connect(port, "localhost")
    socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf")
    await until(() => asked > before)
    socket.destroy()
    await until(() => refused > given)
    expect(failures).toEqual([])
    expect(await post("still here")).toEqual({ status: 200, body: { bytes: 10 } })
  })

  it("is not waited for without end", async () => {
    const impatient = new SmallServer({
      option: "test.port",
      port: 0,
      host: "localhost",
      logger: { info: () => undefined, error: () => undefined },
      purpose: "a test",
      patience: 50,
      answer: (req) => readBody(req, MOST).then(() => jsonAnswer(200, {})),
    })
    const socket = net.connect(await impatient.start(), "localhost")
    let said = ""
    socket.on("data", (part) => (said += part.toString()))
    const closed = new Promise((done) => socket.once("close", done))
    socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf")
    await closed
    expect(said).toMatch(/^HTTP\/1\.1 408 /)
    await impatient.stop()
  })
})
