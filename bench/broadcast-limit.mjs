/** The hand-written limit: sockets that push one prebuilt message again and again, with nothing behind them. */
import net from "node:net"
import { rateOf, request } from "./http-load.mjs"

const BATCH = 100
const API_CONNECTIONS = 2

/**
 * By SMTP.
 * @param {{ port: number, connections: number, messages: number, size: number }} options `size` in bytes of a message
 * @returns {Promise<{ seconds: number, cpu: number }>} wall and CPU seconds
 */
export async function pushPrebuilt({ port, connections, messages, size }) {
  const text = Buffer.alloc(size, "x".repeat(76) + "\r\n")
  const body = Buffer.concat([text, Buffer.from("\r\n.\r\n")])
  const cpu = process.cpuUsage()
  const start = process.hrtime.bigint()
  let left = messages
  const talk = () =>
    new Promise((resolve) => {
      const socket = net.connect(port, "127.0.0.1")
      socket.setNoDelay(true)
      let stage = "greeting"
      let wanted = 1
      let text = ""
      const next = () => {
        if (left-- <= 0) {
          stage = "done"
          return socket.end("QUIT\r\n", resolve)
        }
        stage = "envelope"
        wanted = 3
        socket.write("MAIL FROM:<shop@engage.example>\r\nRCPT TO:<person@shop.example>\r\nDATA\r\n")
      }
      socket.on("data", (piece) => {
        text += piece.toString("latin1")
        for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
          const last = text[3] !== "-"
          text = text.slice(end + 2)
          if (!last || --wanted) continue
          wanted = 1
          if (stage === "greeting") {
            stage = "hello"
            socket.write("EHLO bench\r\n")
          } else if (stage === "envelope") {
            stage = "body"
            socket.write(body)
          } else if (stage !== "done") next()
        }
      })
    })
  await Promise.all(Array.from({ length: connections }, talk))
  const used = process.cpuUsage(cpu)
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpu: (used.user + used.system) / 1e6,
  }
}

/**
 * By an API: the same batch of 100 again and again.
 * @param {{ port: number, messages: number, size: number, key: string }} options `size` in bytes of a message
 * @returns {Promise<{ seconds: number }>} wall seconds
 */
export async function pushBatches({ port, messages, size, key }) {
  const email = {
    from: "shop@engage.example",
    to: ["person@shop.example"],
    subject: "Benchmark",
    html: "x".repeat(size),
  }
  const body = Buffer.from(JSON.stringify(Array.from({ length: BATCH }, () => email)))
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
  const call = request("POST", "/emails/batch", headers, body)
  const load = { port, next: () => call, connections: API_CONNECTIONS, seconds: 5, status: 200 }
  return { seconds: messages / (BATCH * (await rateOf(load))) }
}
