import attribution from "./en/attribution.json"
import audiences from "./en/audiences.json"
import broadcastPlan from "./en/broadcast-plan.json"
import broadcasts from "./en/broadcasts.json"
import campaignRecipes from "./en/campaign-recipes.json"
import campaignSteps from "./en/campaign-steps.json"
import campaignTriggers from "./en/campaign-triggers.json"
import cascade from "./en/cascade.json"
import clicks from "./en/clicks.json"
import calendar from "./en/calendar.json"
import builder from "./en/campaign-builder.json"
import campaigns from "./en/campaigns.json"
import common from "./en/common.json"
import deliverability from "./en/deliverability.json"
import constants from "./en/constants.json"
import replace from "./en/replace.json"
import cost from "./en/cost.json"
import editor from "./en/editor.json"
import events from "./en/events.json"
import duplicates from "./en/duplicates.json"
import digest from "./en/digest.json"
import files from "./en/files.json"
import filing from "./en/filing.json"
import fields from "./en/fields.json"
import holidays from "./en/holidays.json"
import interests from "./en/interests.json"
import merges from "./en/merges.json"
import lifeCycle from "./en/life-cycle.json"
import languages from "./en/languages.json"
import messages from "./en/messages.json"
import overview from "./en/overview.json"
import policy from "./en/policy.json"
import profiles from "./en/profiles.json"
import quality from "./en/quality.json"
import rfmPage from "./en/rfm-page.json"
import segments from "./en/segments.json"
import sending from "./en/sending.json"
import senders from "./en/senders.json"
import settings from "./en/settings.json"
import short from "./en/short.json"
import sources from "./en/sources.json"
import tags from "./en/tags.json"
import testLists from "./en/test-lists.json"
import templates from "./en/templates.json"
import transfer from "./en/transfer.json"
import webhooks from "./en/webhooks.json"

export default {
  en: {
    engage: {
      ...common,
      duplicates,
      fields,
      digest,
      files,
      filing,
      merges,
      overview,
      profiles,
      segments,
      attribution,
      audiences,
      tags,
      rfmPage,
      templates,
      testLists,
      editor,
      constants,
      replace,
      cost,
      broadcasts,
      campaigns,
      builder,
      campaignTriggers,
      campaignSteps,
      campaignRecipes,
      lifeCycle,
      deliverability,
      broadcastPlan,
      calendar,
      holidays,
      policy,
      languages,
      messages,
      sending,
      cascade,
      senders,
      settings,
      events,
      clicks,
      sources,
      transfer,
      interests,
      quality,
      short,
      webhooks,
    },
  },
}
