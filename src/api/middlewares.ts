import { defineMiddlewares } from "@medusajs/framework/http"
import { attributeMiddlewares } from "./admin/engage/attributes/middlewares"
import { audienceMiddlewares } from "./admin/engage/audiences/middlewares"
import { blockMiddlewares } from "./admin/engage/blocks/middlewares"
import { broadcastMiddlewares } from "./admin/engage/broadcasts/middlewares"
import { campaignMiddlewares } from "./admin/engage/campaigns/middlewares"
import { deliverabilityMiddlewares } from "./admin/engage/deliverability/middlewares"
import { attributionMiddlewares } from "./admin/engage/attribution/middlewares"
import { testListMiddlewares } from "./admin/engage/test-lists/middlewares"
import { sendingMiddlewares } from "./admin/engage/sending/middlewares"
import { senderMiddlewares } from "./admin/engage/senders/middlewares"
import { suppressionMiddlewares } from "./admin/engage/suppressions/middlewares"
import { constantMiddlewares } from "./admin/engage/constants/middlewares"
import { eventMiddlewares } from "./admin/engage/events/middlewares"
import { fieldMiddlewares } from "./admin/engage/fields/middlewares"
import { digestMiddlewares } from "./admin/engage/digest/middlewares"
import { folderMiddlewares } from "./admin/engage/folders/middlewares"
import { interestMiddlewares } from "./admin/engage/interests/middlewares"
import { mergeMiddlewares } from "./admin/engage/merges/middlewares"
import { exportMiddlewares } from "./admin/engage/exports/middlewares"
import { importMiddlewares } from "./admin/engage/imports/middlewares"
import { messageMiddlewares } from "./admin/engage/messages/middlewares"
import { qualityMiddlewares } from "./admin/engage/quality/middlewares"
import { purchaseMiddlewares } from "./admin/engage/purchases/middlewares"
import { calendarMiddlewares } from "./admin/engage/calendar/middlewares"
import { holidayMiddlewares } from "./admin/engage/holidays/middlewares"
import { policyMiddlewares } from "./admin/engage/policy/middlewares"
import { topicMiddlewares } from "./admin/engage/topics/middlewares"
import { storeMiddlewares } from "./store/engage/middlewares"
import { profileMiddlewares } from "./admin/engage/profiles/middlewares"
import { rfmMiddlewares } from "./admin/engage/rfm/middlewares"
import { segmentMiddlewares } from "./admin/engage/segments/middlewares"
import { clickRuleMiddlewares } from "./admin/engage/click-rules/middlewares"
import { viewMiddlewares } from "./admin/engage/views/middlewares"
import { sourceMiddlewares } from "./admin/engage/sources/middlewares"
import { tagMiddlewares } from "./admin/engage/tags/middlewares"
import { replacementMiddlewares } from "./admin/engage/replacements/middlewares"
import { fileMiddlewares } from "./admin/engage/files/middlewares"
import { templateMiddlewares } from "./admin/engage/templates/middlewares"
import { webhookMiddlewares } from "./admin/engage/webhooks/middlewares"
import { hookMiddlewares } from "./engage/hooks/middlewares"
import { trackerMiddlewares } from "./engage/t/middlewares"
import { storableAddress, storableBody } from "./storable"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/engage", middlewares: [storableAddress, storableBody] },
    { matcher: "/store/engage", middlewares: [storableAddress, storableBody] },
    // What other systems send is kept as it came: those who read it check it.
    { matcher: "/engage", middlewares: [storableAddress] },
    ...profileMiddlewares,
    ...tagMiddlewares,
    ...fieldMiddlewares,
    ...digestMiddlewares,
    ...folderMiddlewares,
    ...mergeMiddlewares,
    ...interestMiddlewares,
    ...qualityMiddlewares,
    ...policyMiddlewares,
    ...calendarMiddlewares,
    ...holidayMiddlewares,
    ...topicMiddlewares,
    ...storeMiddlewares,
    ...purchaseMiddlewares,
    ...attributeMiddlewares,
    ...segmentMiddlewares,
    ...audienceMiddlewares,
    ...rfmMiddlewares,
    ...replacementMiddlewares,
    ...templateMiddlewares,
    ...fileMiddlewares,
    ...blockMiddlewares,
    ...constantMiddlewares,
    ...broadcastMiddlewares,
    ...messageMiddlewares,
    ...importMiddlewares,
    ...exportMiddlewares,
    ...eventMiddlewares,
    ...campaignMiddlewares,
    ...deliverabilityMiddlewares,
    ...attributionMiddlewares,
    ...sendingMiddlewares,
    ...testListMiddlewares,
    ...senderMiddlewares,
    ...suppressionMiddlewares,
    ...clickRuleMiddlewares,
    ...webhookMiddlewares,
    ...viewMiddlewares,
    ...sourceMiddlewares,
    ...trackerMiddlewares,
    ...hookMiddlewares,
  ],
})
