import { defineConfig } from 'prisma/config'

// The migrations are Prisma's own, so `npx prisma migrate …` works on them where its binary may be downloaded;
// the scripts apply them with the same engine as WebAssembly (lib/core/migrations.ts).
export default defineConfig({
  schema: 'prisma/models',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://127.0.0.1/langar' },
})
