/**
 * Requests over connections that stay open. By hand, on bare sockets: Node's own client costs more than the servers that are
 * measured, and runs on the same processors.
 */
import net from "node:net"

const HEAD_END = "\r\n\r\n"

/**
 * Answers a second over so many connections, each of which asks again when it is answered.
 * @param {{ port: number, next: () => string | Buffer, connections: number, seconds: number, status: number }} how
 * `next` makes a whole request, `status` is what every answer has to be
 */
export async function rateOf({ port, next, connections, seconds, status }) {
  const end = Date.now() + seconds * 1000
  const begun = process.hrtime.bigint()
  let answers = 0
  const talk = () =>
    new Promise((resolve, reject) => {
      const socket = net.connect(port, "localhost", () => socket.write(next()))
      socket.setNoDelay(true)
      socket.on("error", reject)
      let text = ""
      socket.on("data", (piece) => {
        text += piece.toString("latin1")
        const head = text.indexOf(HEAD_END)
        if (head < 0) return
        const length = Number(/content-length: (\d+)/i.exec(text)[1])
        if (text.length < head + HEAD_END.length + length) return
        if (Number(text.slice(9, 12)) !== status) return socket.destroy(new Error(text))
        text = ""
        answers += 1
        if (Date.now() < end) socket.write(next())
        else socket.end(resolve)
      })
    })
  await Promise.all(Array.from({ length: connections }, talk))
  return (answers * 1e9) / Number(process.hrtime.bigint() - begun)
}

/** A whole request. */
export function request(method, path, headers, body = Buffer.alloc(0)) {
  const lines = Object.entries({ host: "localhost", ...headers, "content-length": body.length })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n`), body])
}
