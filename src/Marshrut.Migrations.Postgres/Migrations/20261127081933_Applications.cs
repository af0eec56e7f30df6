using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Marshrut.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "curator_id",
                table: "transfer_items",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "attached_to",
                table: "person_files",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "needs",
                table: "cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "exchange_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from_organization_id = table.Column<long>(type: "bigint", nullable: false),
                    to_organization_id = table.Column<long>(type: "bigint", nullable: false),
                    item_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    by_centre = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_exchange_notes_transfer_items_item_id",
                        column: x => x.item_id,
                        principalTable: "transfer_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_applications",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: true),
                    from_file = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_applications_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_files", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_files_attached_to",
                table: "person_files",
                column: "attached_to");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_notes_item_id_at",
                table: "exchange_notes",
                columns: new[] { "item_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_applications_case_id",
                table: "service_applications",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_files_organization_id",
                table: "service_files",
                column: "organization_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exchange_notes");

            migrationBuilder.DropTable(
                name: "service_applications");

            migrationBuilder.DropTable(
                name: "service_files");

            migrationBuilder.DropIndex(
                name: "ix_person_files_attached_to",
                table: "person_files");

            migrationBuilder.DropColumn(
                name: "curator_id",
                table: "transfer_items");

            migrationBuilder.DropColumn(
                name: "attached_to",
                table: "person_files");

            migrationBuilder.DropColumn(
                name: "needs",
                table: "cases");
        }
    }
}
