const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// Medusa's runner loads the models anew for each suite of the same process.
MetadataStorage.clear()
