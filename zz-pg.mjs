import { startPostgres } from "./scripts/pg.mjs"
const pg = await startPostgres({ dataDir: "/tmp/b/pg1m", port: 55433, settings: { shared_buffers: "4GB", max_wal_size: "16GB", work_mem: "32MB" } })
console.log(pg.url)
for (const s of ["SIGINT", "SIGTERM"]) process.on(s, async () => { await pg.stop(); process.exit() })
setInterval(() => {}, 1e6)
