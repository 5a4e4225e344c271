/* Slack's names for the emoji people use at work; an unknown name is shown as it is written. */

const NAMES = `
eyes 👀|x ❌|clock3 🕒|white_check_mark ✅|heavy_check_mark ✔️|raised_hands 🙌|pray 🙏|+1 👍|thumbsup 👍
|-1 👎|thumbsdown 👎|clap 👏|wave 👋|ok_hand 👌|muscle 💪|point_right 👉|point_left 👈|point_up 👆|point_down 👇
|raised_hand ✋|raising_hand 🙋|handshake 🤝|writing_hand ✍️|smile 😄|smiley 😃|grinning 😀|slightly_smiling_face 🙂
|blush 😊|wink 😉|joy 😂|sweat_smile 😅|thinking_face 🤔|confused 😕|cry 😢|sob 😭|angry 😠|rage 😡|worried 😟
|heart ❤️|blue_heart 💙|green_heart 💚|yellow_heart 💛|broken_heart 💔|star ⭐|sparkles ✨|tada 🎉|fire 🔥|zap ⚡
|bulb 💡|bell 🔔|no_bell 🔕|mute 🔇|mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|left_speech_bubble 🗨️
|envelope ✉️|email 📧|inbox_tray 📥|outbox_tray 📤|incoming_envelope 📨|mailbox_with_mail 📬|link 🔗|paperclip 📎
|pushpin 📌|round_pushpin 📍|bookmark 🔖|memo 📝|pencil 📝|pencil2 ✏️|scroll 📜|page_facing_up 📄|newspaper 📰
|books 📚|book 📖|calendar 📅|date 📅|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️
|clock1 🕐|clock2 🕑|clock4 🕓|clock9 🕘|clock12 🕛|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑
|rotating_light 🚨|sos 🆘|question ❓|grey_question ❔|exclamation ❗|heavy_exclamation_mark ❗|information_source ℹ️
|heavy_minus_sign ➖|heavy_plus_sign ➕|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_upper_right ↗️
|leftwards_arrow_with_hook ↩️|arrow_right_hook ↪️|repeat 🔁|arrows_counterclockwise 🔄|recycle ♻️|back 🔙|soon 🔜
|red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪
|black_circle ⚫|large_orange_diamond 🔶|small_blue_diamond 🔹|ballot_box_with_check ☑️|white_medium_square ◻️
|globe_with_meridians 🌐|earth_africa 🌍|house 🏠|house_with_garden 🏡|office 🏢|factory 🏭|hammer_and_wrench 🛠️
|wrench 🔧|gear ⚙️|electric_plug 🔌|battery 🔋|snowflake ❄️|sunny ☀️|sun_with_face 🌞|umbrella ☔|cloud ☁️|thermometer 🌡️
|mountain 🏔️|snow_capped_mountain 🏔️|evergreen_tree 🌲|hiking_boot 🥾|compass 🧭|world_map 🗺️|triangular_flag_on_post 🚩
|checkered_flag 🏁|trophy 🏆|medal 🏅|dart 🎯|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊
|moneybag 💰|busts_in_silhouette 👥|bust_in_silhouette 👤|speaking_head_in_silhouette 🗣️|robot_face 🤖|coffee ☕|cake 🍰
|rocket 🚀|car 🚗|lock 🔒|unlock 🔓|key 🔑|mag 🔍|mag_right 🔎|iphone 📱|telephone_receiver 📞|computer 💻|hash #️⃣
|100 💯|seedling 🌱|herb 🌿|hourglass_done ⌛|zzz 💤|sleeping 😴|bow 🙇|saluting_face 🫡|wastebasket 🗑️|scales ⚖️`;

const SIGNS = new Map(
  NAMES.split("|").map((pair) => pair.trim().split(" ")),
);

/** What people in the house press most; the first four act on a card. */
export const QUICK = ["eyes", "x", "clock3", "white_check_mark", "+1", "pray", "tada"];

export const emoji = (name) => SIGNS.get(name.replace(/::skin-tone-\d$/, "")) ?? `:${name}:`;

/** Puts signs in the place of :names: in plain text. */
export const withEmoji = (text) =>
  text.replace(/:([a-z0-9_+'-]+):/g, (all, name) => SIGNS.get(name) ?? all);
