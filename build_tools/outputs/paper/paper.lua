-- Turns the paper form of components into calls of paper.typ. Pandoc's own Typst writer drops alt text.

local function typst(text)
  return pandoc.RawBlock("typst", text)
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"'
end

-- The call of a function of paper.typ round some blocks.
local function within(name, content)
  local blocks = pandoc.List({ typst("#" .. name .. "[") })
  blocks:extend(content)
  blocks:insert(typst("]"))
  return blocks
end

function Image(image)
  local name = image.src:match("([^/]+)$")
  return pandoc.RawInline("typst", "#picture(" .. quoted(name) .. ", " .. quoted(pandoc.utils.stringify(image.caption)) .. ")")
end

function Link(link)
  return link.content
end

function Table(tbl)
  local empty = true
  local rows = 0
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      rows = rows + 1
      for _, cell in ipairs(row.cells) do
        if pandoc.utils.stringify(cell.contents):gsub("[%s\u{a0}]", "") ~= "" then empty = false end
      end
    end
  end
  if not empty then return nil end
  local heads = {}
  for _, cell in ipairs(tbl.head.rows[1].cells) do
    table.insert(heads, quoted(pandoc.utils.stringify(cell.contents)))
  end
  return typst("#grid-table((" .. table.concat(heads, ", ") .. ",), " .. rows .. ")")
end

function Div(div)
  local count = div.attributes["lines"] or div.attributes["data-lines"]
  if count then return typst("#lines(" .. tonumber(count) .. ")") end
  for _, name in ipairs({ "label", "tick", "together" }) do
    if div.classes:includes("cg-" .. name) then return within(name, div.content) end
  end
  if div.classes:includes("cg-steps") then
    local given = div.attributes
    local ends = quoted(given["from"] or given["data-from"]) .. ", " .. quoted(given["to"] or given["data-to"])
    local low, high = given["low"] or given["data-low"], given["high"] or given["data-high"]
    return typst("#steps(" .. tonumber(low) .. ", " .. tonumber(high) .. ", " .. ends .. ")")
  end
  return div.content
end
