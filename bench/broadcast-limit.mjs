/** The hand-written limit: sockets that push one prebuilt message again and again, with nothing behind them. */
import net from "node:net"

/**
 * @param {{ port: number, connections: number, messages: number, body: Buffer }} options
 * @returns {Promise<{ seconds: number, cpu: number }>} wall and CPU seconds
 */
export async function pushPrebuilt({ port, connections, messages, body }) {
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
