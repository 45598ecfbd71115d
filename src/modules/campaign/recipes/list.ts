import { ARRIVALS } from "./arrivals"
import { DATES } from "./dates"
import { ORDERS } from "./orders"
import type { Recipe } from "./recipe"
import { STANDING } from "./standing"
import { WISHES } from "./wishes"

/** Campaigns to begin with. */
export const RECIPES: Recipe[] = [...ARRIVALS, ...WISHES, ...ORDERS, ...STANDING, ...DATES]
